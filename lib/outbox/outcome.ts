import { addMinutes } from "#lib/kernel/interval";

/** What a failed attempt leaves behind. `reason` is the mail server's answer, or a code such as `ECONNECTION`. */
export type Setback = { readonly reason: string } & (
  { readonly state: "waiting"; readonly nextAttemptAt: Date } | { readonly state: "failed" }
);

/** Minutes to the next attempt after the first, second, … failure; the last one repeats. */
const PAUSES_MINUTES = [0.5, 1, 2, 5, 10];
const HOURS = 60;

/** How long a mail is worth sending: a sign-in link ends after a quarter of an hour. */
const LIFETIME_MINUTES: Readonly<Partial<Record<string, number>>> = { sign_in: 15 };
const USUAL_LIFETIME_MINUTES = 72 * HOURS;

/** Commands whose refusal concerns this mail and not the connection. */
const ABOUT_THE_MAIL = ["MAIL FROM", "RCPT TO", "DATA"];

type Attempted = { readonly kind: string; readonly attempts: number; readonly createdAt: Date };

/**
 * What to do with a mail whose attempt failed: try again later, or give up.
 *
 * A permanent refusal of this mail (5yz) is final; anything else is tried again for three days.
 * `attempts` counts the failed one.
 *
 * @see RFC 5321, 4.2.1 and 4.5.4.1
 */
export function judgeFailure(error: unknown, mail: Attempted, now: Date): Setback {
  const reason = reasonOf(error);
  if (isFinal(error)) return { state: "failed", reason };
  const pause = PAUSES_MINUTES[Math.min(mail.attempts, PAUSES_MINUTES.length) - 1] ?? 0;
  const nextAttemptAt = addMinutes(now, pause);
  const ends = addMinutes(mail.createdAt, LIFETIME_MINUTES[mail.kind] ?? USUAL_LIFETIME_MINUTES);
  return nextAttemptAt < ends ? { state: "waiting", reason, nextAttemptAt } : { state: "failed", reason };
}

/** Whether the server itself is the trouble, so that the next mail would fare no better now. */
export function isServerTrouble(error: unknown): boolean {
  const { code, command, responseCode } = read(error);
  if (responseCode === 0) return code !== "EENVELOPE";
  return responseCode === 421 || !ABOUT_THE_MAIL.includes(command);
}

function isFinal(error: unknown): boolean {
  const { code, command, responseCode } = read(error);
  if (responseCode === 0) return code === "EENVELOPE"; // nothing was sent: the address cannot be used
  return responseCode >= 500 && responseCode !== 503 && ABOUT_THE_MAIL.includes(command);
}

/** What a mail server said, without mail addresses and control characters; else the code of the failure. */
function reasonOf(error: unknown): string {
  const { code, response } = read(error);
  const said = response
    .replace(/\S+@\S+/g, "…")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return said || code;
}

function read(error: unknown) {
  const given: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const text = (name: string) => (typeof given[name] === "string" ? given[name] : "");
  return {
    code: text("code") || "EUNKNOWN",
    command: text("command"),
    response: text("response"),
    responseCode: typeof given.responseCode === "number" ? given.responseCode : 0,
  };
}
