import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Checked before anything listens: a server that cannot sign people in does not start. */
export function prepareAuth(port: number): void {
  requireSecret();
  // Never left unset: without it next-auth writes the Host header of the request into the sign-in mail, and
  // whoever asks for a link in another's name chooses where that link leads.
  process.env.AUTH_URL ||= `http://localhost:${port}`;
}

function requireSecret(): void {
  const given = process.env.AUTH_SECRET;
  if (given === undefined) {
    // Next to the data, so links in sent mails keep working after a restart.
    const folder = process.env.LIAISE_DATA ?? ".data";
    const file = path.join(folder, "auth-secret");
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
    process.env.AUTH_SECRET = readFileSync(file, "utf8").trim();
  }
  if ((process.env.AUTH_SECRET ?? "").length < 32)
    throw new Error("AUTH_SECRET must have at least 32 characters.");
}
