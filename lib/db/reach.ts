import { EXIT, StartError } from "#lib/kernel/start-error";
import { say } from "#lib/kernel/words";

/** Codes with which PostgreSQL itself turns a client away: wrong password, no such user or database, no right. */
const REFUSED = /^(28|3D|42501)/;

/** Why a database could not be opened, as a reason not to start. It names the host, never the password. */
export function unreachable(url: string, error: unknown): StartError {
  const code = codeOf(error);
  const values = { host: new URL(url).host, reason: code };
  if (REFUSED.test(code)) return new StartError(say("start.databaseRefused", values));
  return new StartError(say("start.databaseUnreachable", values), EXIT.mayPass);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]); // one for each address of the host
  if (!(error instanceof Error)) return "?";
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}
