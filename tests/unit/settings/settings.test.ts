import { expect, it } from "vitest";
import { StartError } from "#lib/kernel/start-error";
import { readSettings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";

const read = (env: Record<string, string>, demo = false) => readSettings({ env, demo, strict: true });

function linesOf(env: Record<string, string>, demo = false): string[] {
  try {
    read(env, demo);
  } catch (error) {
    if (error instanceof StartError) return error.words.map(inEnglish);
    throw error;
  }
  return [];
}

const REAL = {
  DATABASE_URL: "postgresql://liaise:secret@db.example.org:5432/liaise",
  AUTH_SECRET: "x".repeat(32),
  BASE_URL: "https://liaise.example.org",
};

it("needs nothing: the defaults listen on loopback only and use the embedded database", () => {
  const { authSecret, ...rest } = read({});

  expect(authSecret).toHaveLength(43);
  expect(rest).toEqual({
    demo: false,
    port: 3000,
    host: "127.0.0.1",
    baseUrl: "http://localhost:3000",
    databaseUrl: null,
    dataFolder: ".data",
    smtpUrl: null,
    mailFrom: { name: "Liaise", address: "liaise@localhost" },
    oidc: null,
    logLevel: "info",
  });
});

it("takes every setting", () => {
  expect(
    read({
      ...REAL,
      PORT: "8080",
      HOST: "0.0.0.0",
      LIAISE_DATA: "/srv/liaise",
      SMTP_URL: "smtps://user:pass@mail.example.org",
      MAIL_FROM: "Joint meetings <meetings@example.org>",
      OIDC_ISSUER: "https://id.example.org/realm",
      OIDC_CLIENT_ID: "liaise",
      OIDC_CLIENT_SECRET: "s3cret",
      OIDC_NAME: "Example login",
      LOG_LEVEL: "warn",
    }),
  ).toEqual({
    demo: false,
    port: 8080,
    host: "0.0.0.0",
    baseUrl: REAL.BASE_URL,
    databaseUrl: REAL.DATABASE_URL,
    dataFolder: "/srv/liaise",
    smtpUrl: "smtps://user:pass@mail.example.org",
    mailFrom: { name: "Joint meetings", address: "meetings@example.org" },
    authSecret: REAL.AUTH_SECRET,
    oidc: {
      issuer: "https://id.example.org/realm",
      clientId: "liaise",
      clientSecret: "s3cret",
      name: "Example login",
    },
    logLevel: "warn",
  });
});

it.each([
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "3000x"],
  ["HOST", "two words"],
  ["BASE_URL", "liaise.example.org"],
  ["BASE_URL", "ftp://liaise.example.org"],
  ["BASE_URL", "https://liaise.example.org/meetings"],
  ["BASE_URL", "https://user:pass@liaise.example.org"],
  ["DATABASE_URL", "mysql://db/liaise"],
  ["SMTP_URL", "mail.example.org:587"],
  ["MAIL_FROM", "nobody"],
  ["MAIL_FROM", "A <a@example.org>\r\nBcc: b@example.org"],
  ["AUTH_SECRET", "too short"],
  ["OIDC_ISSUER", "http://id.example.org"],
  ["LOG_LEVEL", "loud"],
])("refuses %s=%s with one line that names the setting", (name, value) => {
  const others = name.startsWith("OIDC") ? { OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" } : {};
  const lines = linesOf({ ...REAL, ...others, [name]: value });

  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${name} .*\\.$`));
});

it("says everything that is wrong at once, one line a setting", () => {
  const lines = linesOf({ PORT: "x", SMTP_URL: "y", DATABASE_URL: REAL.DATABASE_URL, OIDC_CLIENT_ID: "z" });

  expect(lines.map((line) => line.split(" ")[0])).toEqual([
    "PORT",
    "SMTP_URL",
    "AUTH_SECRET",
    "BASE_URL",
    "OIDC_ISSUER",
    "OIDC_CLIENT_SECRET",
  ]);
});

it("takes an empty value for none", () => {
  expect(read({ PORT: "", HOST: " ", SMTP_URL: "" }).port).toBe(3000);
  expect(linesOf({ ...REAL, AUTH_SECRET: "" })).toHaveLength(1);
});

it("sends no mail from the demonstration, and keeps its data apart", () => {
  const demo = read({ SMTP_URL: "smtp://mail.example.org", LIAISE_DATA: "/srv/liaise" }, true);

  expect(demo).toMatchObject({ demo: true, smtpUrl: null, dataFolder: "/srv/liaise/demo" });
});

it("does not let the environment switch the demonstration on", () => {
  expect(read({ DEMO: "1", LIAISE_DEMO: "true", npm_config_demo: "true" }).demo).toBe(false);
});
