import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Keeps the browser quiet, also without internet. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The program of a Chromium or Chrome on this machine, or null. `CHROMIUM` in the environment names one. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM;
  if (given) return given;
  for (const name of NAMES) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout?.trim();
    if (found) return found;
  }
  return [...ELSEWHERE, chromium.executablePath()].find((file) => existsSync(file)) ?? null;
}

/** Installs a Chromium where there is none: with apt as root on Debian, else Playwright's own. */
export function installChromium(): string | null {
  const asRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const attempts: [string, string[]][] = [
    ...(asRoot
      ? ([
          ["apt-get", ["update"]],
          ["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]],
        ] as [string, string[]][])
      : []),
    ["npx", ["--no-install", "playwright", "install", ...(asRoot ? ["--with-deps"] : []), "chromium"]],
  ];
  for (const [program, words] of attempts) {
    try {
      execFileSync(program, words, {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    } catch {
      continue; // the next way may work
    }
    if (findChromium()) return findChromium();
  }
  return null;
}
