import { randomBytes } from "node:crypto";
import path from "node:path";
import { once } from "#lib/kernel/once";
import { StartError } from "#lib/kernel/start-error";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import { parseSender, settingsSchema, type Given } from "./schema.ts";

/** Everything that an installation can set. `.env.example` describes each. */
export type Settings = {
  /** Whether this process shows the demonstration. Only `--demo` at the start says so, never the environment. */
  readonly demo: boolean;
  readonly port: number;
  /** The address to listen at; loopback unless set. */
  readonly host: string;
  /** Under which people reach the product, without a slash at the end. Links in mails begin with it. */
  readonly baseUrl: string;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Where the embedded PostgreSQL and generated secrets are kept. */
  readonly dataFolder: string;
  /** Null: there is no mail server, and mails wait. Always null in the demonstration. */
  readonly smtpUrl: string | null;
  readonly mailFrom: { readonly name: string; readonly address: string };
  readonly authSecret: string;
  /** Null: sign-in by mail link only. */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** What the sign-in page calls it; null when not set. */
    readonly name: string | null;
  } | null;
  readonly logLevel: Given["LOG_LEVEL"];
};

/** Settings of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const held = once<{ current: Settings | null }>("settings", () => ({ current: null }));

/**
 * The settings of this process. The same in every copy of this module.
 *
 * Where nothing was started (tests, `next build`) they are read from the environment at the first call, without
 * asking for what only a running installation needs.
 */
export function settings(): Settings {
  return (held.current ??= readSettings({ env: process.env, demo: false, strict: false }));
}

/** Whether this process shows the demonstration: the bar, the mailbox, becoming somebody else. */
export function isDemo(): boolean {
  return held.current?.demo ?? false;
}

/** Fixes the settings of this process. The start calls it once; tests may call it again. */
export function fixSettings(value: Settings): void {
  held.current = value;
}

/**
 * Reads and checks settings. With `strict`, what an installation must have must be there.
 *
 * @throws StartError with one sentence for each setting that is wrong or missing.
 */
export function readSettings(from: { env: Environment; demo: boolean; strict: boolean }): Settings {
  const env = withoutEmpty(from.env);
  const parsed = settingsSchema.safeParse(env);
  const problems = new Map<string, Words>();
  for (const issue of parsed.error?.issues ?? [])
    problems.set(String(issue.path[0]), say(issue.message as WordKey));
  for (const [name, key] of missing(env, from)) if (!problems.has(name)) problems.set(name, say(key));
  if (!parsed.success || problems.size > 0) throw new StartError([...problems.values()]);
  return toSettings(parsed.data, from.demo);
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}

type Missing = readonly [name: string, key: WordKey];

function missing(env: Environment, { demo, strict }: { demo: boolean; strict: boolean }): Missing[] {
  const needed: Missing[] = [];
  if (strict && !demo && env.DATABASE_URL) {
    // A database of its own means a real installation: nothing of it may rest on what this folder happens to hold.
    needed.push(["AUTH_SECRET", "settings.missing.authSecret"], ["BASE_URL", "settings.missing.baseUrl"]);
  }
  if (env.OIDC_ISSUER || env.OIDC_CLIENT_ID || env.OIDC_CLIENT_SECRET) {
    needed.push(
      ["OIDC_ISSUER", "settings.missing.oidcIssuer"],
      ["OIDC_CLIENT_ID", "settings.missing.oidcClientId"],
      ["OIDC_CLIENT_SECRET", "settings.missing.oidcClientSecret"],
    );
  }
  return needed.filter(([name]) => !env[name]);
}

function toSettings(given: Given, demo: boolean): Settings {
  const baseUrl = new URL(given.BASE_URL ?? `http://localhost:${given.PORT}`).origin;
  return {
    demo,
    port: given.PORT,
    host: given.HOST,
    baseUrl,
    databaseUrl: given.DATABASE_URL ?? null,
    dataFolder: demo ? path.join(given.LIAISE_DATA, "demo") : given.LIAISE_DATA,
    smtpUrl: demo ? null : (given.SMTP_URL ?? null), // no mail of fictional people ever leaves
    mailFrom: parseSender(given.MAIL_FROM ?? "") ?? {
      name: "Liaise",
      address: `liaise@${new URL(baseUrl).hostname}`,
    },
    authSecret: given.AUTH_SECRET ?? randomBytes(32).toString("base64url"),
    oidc: toOidc(given),
    logLevel: given.LOG_LEVEL,
  };
}

function toOidc(given: Given): Settings["oidc"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: given.OIDC_NAME ?? null };
}
