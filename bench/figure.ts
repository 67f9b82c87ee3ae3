import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/** One figure, as it is printed: one JSON object a line. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be, such as `<= 3`; null for a figure that is there to compare with. */
  readonly target: string | null;
  /** Whether the value meets the target; null without one. */
  readonly holds: boolean | null;
  /** How often it was measured. With several, the value is the median. */
  readonly runs: number;
  readonly note?: string;
};

/** Something that can be measured by name. It starts what it needs and leaves nothing behind. */
export type Measure = { readonly name: string; run(): Promise<Figure[]> };

/** A figure from its measured values: their median, against a target of the form `<= 3` or `>= 160`. */
export function figure(
  about: { name: string; unit: string; target?: string; note?: string },
  values: readonly number[],
): Figure {
  const value = round(median(values));
  const { name, unit, target = null, note } = about;
  return {
    name,
    value,
    unit,
    target,
    holds: target === null ? null : meets(value, target),
    runs: values.length,
    ...(note && { note }),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function meets(value: number, target: string): boolean {
  const [sign, limit] = target.split(" ");
  if (sign === "<=") return value <= Number(limit);
  return sign === ">=" ? value >= Number(limit) : value === Number(limit);
}

const round = (value: number) => Number(value.toPrecision(4));

/** Builds the product if it is not. What the build says goes to standard error: standard output is for figures. */
export function requireBuild(): void {
  execFileSync(process.execPath, ["scripts/build-if-needed.ts"], { stdio: ["ignore", 2, 2] });
}

/**
 * Runs the measures that the words name, all without any, and prints their figures. `--list` prints the names.
 *
 * Exit code 0 whatever the figures; 2 when one could not be measured or does not exist.
 */
export async function runMeasures(measures: readonly Measure[], words: readonly string[]): Promise<number> {
  if (words.includes("--list")) {
    for (const { name } of measures) process.stdout.write(`${name}\n`);
    return 0;
  }
  const unknown = words.filter((word) => !measures.some(({ name }) => name === word));
  if (unknown.length > 0) {
    process.stderr.write(
      `unknown: ${unknown.join(", ")}; there is: ${measures.map(({ name }) => name).join(", ")}\n`,
    );
    return 2;
  }
  const asked = measures.filter(({ name }) => words.length === 0 || words.includes(name));
  const [only] = asked;
  if (!only) return 0;
  return asked.length > 1 ? runApart(asked) : runOne(only);
}

/** Each measure in a process of its own: what one has loaded must not speak to the database of another. */
async function runApart(asked: readonly Measure[]): Promise<number> {
  let code = 0;
  for (const { name } of asked) {
    const child = spawn(process.execPath, [...process.argv.slice(1, 2), name], { stdio: "inherit" });
    const end = () => child.kill("SIGTERM");
    process.once("SIGTERM", end);
    const [ended] = (await once(child, "exit")) as [number | null];
    process.off("SIGTERM", end);
    code = Math.max(code, ended ?? 2);
  }
  return code;
}

async function runOne(measure: Measure): Promise<number> {
  try {
    requireBuild();
    for (const found of await measure.run()) process.stdout.write(`${JSON.stringify(found)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${measure.name}: ${error instanceof Error ? error.stack : String(error)}\n`);
    return 2;
  }
}
