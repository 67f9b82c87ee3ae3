/**
 * Everything that says whether the product is right: lint, format, types, import rules, unit, integration, build and
 * journeys in a real Chromium. All of it runs even when some of it fails. The last line counts them together; a step
 * that has no tests of its own counts as one.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium, installChromium } from "../tests/support/chromium.ts";

type Counts = { passed: number; failed: number; skipped: number };
type Step = { readonly name: string; run(): Promise<Counts> };

const LONGEST_STEP_MS = 15 * 60_000;
const REPORTS = ".data/reports";
const bin = (name: string) => path.join("node_modules", ".bin", name);

/** Runs a program without input and gives what it wrote. It is ended when it takes far too long. */
function execute(program: string, words: string[], env: Record<string, string> = {}) {
  return new Promise<{ ok: boolean; output: string }>((resolve) => {
    const child = spawn(program, words, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
      timeout: LONGEST_STEP_MS,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/** Writes a step's output in one piece, so that steps that run side by side do not mix. */
function tell(name: string, since: number, output: string): void {
  const seconds = ((performance.now() - since) / 1_000).toFixed(1);
  process.stdout.write(`\n── ${name} (${seconds} s)\n${output.trimEnd()}\n`);
}

const one = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

function check(name: string, commands: string[][], isRight = (_output: string) => true): Step {
  return {
    name,
    async run() {
      const since = performance.now();
      let [all, ok] = ["", true];
      for (const [program = "", ...words] of commands) {
        const done = await execute(bin(program), words);
        all += done.output;
        ok &&= done.ok && isRight(done.output);
      }
      tell(name, since, ok && all.length > 4_000 ? all.slice(-4_000) : all);
      return one(ok);
    },
  };
}

/** Tests that a runner counts, in a report that it writes. */
function counted(name: string, words: string[], read: (report: string) => Counts): Step {
  const report = path.join(REPORTS, `${name}.json`);
  return {
    name,
    async run() {
      const since = performance.now();
      const [program = "", ...rest] = words;
      const done = await execute(bin(program), [...rest.map((word) => word.replace("REPORT", report))], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      });
      tell(name, since, done.output);
      const counts = existsSync(report)
        ? read(readFileSync(report, "utf8"))
        : { passed: 0, failed: 1, skipped: 0 };
      // Something else than a test went wrong: a file that did not load, a server that did not stop.
      return done.ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
    },
  };
}

function vitestCounts(report: string): Counts {
  const said = JSON.parse(report) as Record<string, number>;
  return {
    passed: said.numPassedTests ?? 0,
    failed: said.numFailedTests ?? 0,
    skipped: (said.numPendingTests ?? 0) + (said.numTodoTests ?? 0),
  };
}

function playwrightCounts(report: string): Counts {
  const { stats } = JSON.parse(report) as { stats: Record<string, number> };
  return {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: stats.unexpected ?? 0,
    skipped: stats.skipped ?? 0,
  };
}

const vitest = (project: string) =>
  counted(
    project,
    [
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      "--outputFile.json=REPORT",
    ],
    vitestCounts,
  );

const browser: Step = {
  name: "browser",
  async run() {
    const found = findChromium() ?? installChromium();
    tell("browser", performance.now(), found ?? "There is no Chromium, and none could be installed.");
    return one(found !== null);
  },
};

const RULES = ["app", "components", "lib", "tests", "scripts", "bench", "server.ts"];
// A rules check that read nothing would find nothing.
const readModules = (output: string) => Number(/(\d+) modules/.exec(output)?.[1] ?? 0) > 100;

// Two cores: what needs no build runs beside the build. Journeys have the machine for themselves.
const lanes: Step[][][] = [
  [
    [
      check("types", [
        ["next", "typegen"],
        ["tsc", "--noEmit"],
      ]),
      {
        name: "build",
        async run() {
          const since = performance.now();
          const done = await execute(process.execPath, ["scripts/build-if-needed.ts"]);
          tell("build", since, done.ok ? "built" : done.output);
          return one(done.ok);
        },
      },
      browser,
    ],
    [
      check("lint", [["eslint", ".", "--max-warnings=0"]]),
      check("format", [["prettier", "--check", "."]]),
      check(
        "import rules",
        [["depcruise", ...RULES.filter((name) => existsSync(name)), "--config"]],
        readModules,
      ),
      vitest("unit"),
      vitest("architecture"),
    ],
  ],
  [[vitest("integration")]],
  [[counted("journeys", ["playwright", "test", "--reporter=list,json"], playwrightCounts)]],
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failed: string[] = [];
for (const stage of lanes) {
  await Promise.all(
    stage.map(async (lane) => {
      for (const step of lane) {
        const counts = await step.run();
        if (counts.failed > 0) failed.push(step.name);
        for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
      }
    }),
  );
}
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(", ")}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(failed.length > 0 ? 1 : 0);
