import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folderError } from "#lib/db/paths";
import { StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";
import { readSettings, fixSettings, type Settings } from "./settings.ts";

/**
 * Reads the settings of a process that is about to serve or to run a command, and fixes them for all its code.
 *
 * A file `.env` in the working directory counts, after the environment. Without `AUTH_SECRET` one is made on the
 * first start and kept in the data folder, readable by its owner only. `AUTH_URL`, `BASE_URL` and `AUTH_SECRET` are
 * set in the environment too, for next-auth: left unset, it would write the request's Host header into sign-in mails.
 *
 * @throws StartError when a setting is wrong or missing, or the data folder cannot be written.
 */
export function prepareSettings({ demo }: { demo: boolean }): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const read = readSettings({ env: process.env, demo, strict: true });
  const value = { ...read, authSecret: process.env.AUTH_SECRET?.trim() || keptSecret(read.dataFolder) };
  fixSettings(value);
  Object.assign(process.env, {
    AUTH_SECRET: value.authSecret,
    AUTH_URL: value.baseUrl,
    BASE_URL: value.baseUrl,
    LIAISE_DATA: value.dataFolder,
  });
  return value;
}

function keptSecret(folder: string): string {
  const file = path.join(folder, "auth-secret");
  try {
    mkdirSync(folder, { recursive: true });
    // `wx`: of two first starts at once, one writes and both read the same.
    if (!existsSync(file))
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!existsSync(file)) throw folderError(folder, error);
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new StartError(say("settings.wrong.keptSecret", { file }));
  return secret;
}
