import * as z from "zod";
import type { WordKey } from "#lib/kernel/words";

const HIGHEST_PORT = 65_535;
const SHORTEST_SECRET = 32;

/** One sentence a setting, whatever is wrong with it. */
const wrong = (key: WordKey) => ({ error: key });

const address = (key: WordKey, holds: (url: URL) => boolean) =>
  z.string().refine((value) => URL.canParse(value) && holds(new URL(value)), wrong(key));

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

function isOrigin(url: URL): boolean {
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return ["http:", "https:"].includes(url.protocol) && bare;
}

const isIssuer = (url: URL) =>
  !url.search && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.includes(url.hostname)));

const isDatabase = (url: URL) =>
  ["postgres:", "postgresql:"].includes(url.protocol) &&
  (url.hostname !== "" || url.searchParams.has("host"));

const isMailServer = (url: URL) => ["smtp:", "smtps:"].includes(url.protocol) && url.hostname !== "";

const noControls = /^[^\p{Cc}]+$/u;
const SENDER = /^(?:([^<>\p{Cc}"]{1,200}?)\s*<([^<>@\s]+@[^<>@\s]+)>|([^<>@\s]+@[^<>@\s]+))$/u;

/** What the environment says, by the names of `.env.example`. An empty value counts as none. */
export const settingsSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, wrong("settings.wrong.port"))
    .transform(Number)
    .refine((port) => port >= 1 && port <= HIGHEST_PORT, wrong("settings.wrong.port"))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, wrong("settings.wrong.host"))
    .default("127.0.0.1"),
  BASE_URL: address("settings.wrong.baseUrl", isOrigin).optional(),
  DATABASE_URL: address("settings.wrong.databaseUrl", isDatabase).optional(),
  LIAISE_DATA: z.string().regex(noControls, wrong("settings.wrong.data")).default(".data"),
  SMTP_URL: address("settings.wrong.smtpUrl", isMailServer).optional(),
  MAIL_FROM: z.string().regex(SENDER, wrong("settings.wrong.mailFrom")).optional(),
  AUTH_SECRET: z.string().min(SHORTEST_SECRET, wrong("settings.wrong.authSecret")).optional(),
  OIDC_ISSUER: address("settings.wrong.oidcIssuer", isIssuer).optional(),
  OIDC_CLIENT_ID: z.string().regex(noControls, wrong("settings.wrong.oidcClientId")).optional(),
  OIDC_CLIENT_SECRET: z.string().regex(noControls, wrong("settings.wrong.oidcClientSecret")).optional(),
  OIDC_NAME: z
    .string()
    .regex(noControls, wrong("settings.wrong.oidcName"))
    .max(60, wrong("settings.wrong.oidcName"))
    .optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], wrong("settings.wrong.logLevel"))
    .default("info"),
});

export type Given = z.output<typeof settingsSchema>;

/** Name and address in `MAIL_FROM`: `Liaise <liaise@example.org>` or the address alone. */
export function parseSender(text: string): { name: string; address: string } | null {
  const match = SENDER.exec(text);
  const found = match?.[2] ?? match?.[3];
  return found ? { name: match?.[1] ?? "", address: found } : null;
}
