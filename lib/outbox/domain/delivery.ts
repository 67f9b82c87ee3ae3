import { say, type Words } from "#lib/kernel/words";

/** A mail of the outbox, for those who may see addresses. */
export type OutboxRow = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  /** What the mail server said, or the code of the failure. */
  readonly lastError: string | null;
  readonly sentAt: Date | null;
};

export type OutboxCounts = {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  /** Of those that wait, how many were tried already: the mail server is in trouble. */
  readonly delayed: number;
};

/** How many mails are in which state. */
export function countMails(rows: readonly Pick<OutboxRow, "state" | "lastError">[]): OutboxCounts {
  const count = (state: OutboxRow["state"]) => rows.filter((row) => row.state === state).length;
  return {
    waiting: count("waiting"),
    sent: count("sent"),
    failed: count("failed"),
    delayed: rows.filter(({ state, lastError }) => state === "waiting" && lastError !== null).length,
  };
}

const REASONS: Readonly<Partial<Record<string, Words>>> = {
  ECONNECTION: say("outbox.reason.connection"),
  ESOCKET: say("outbox.reason.connection"),
  EDNS: say("outbox.reason.connection"),
  ETIMEDOUT: say("outbox.reason.silence"),
  EABORT: say("outbox.reason.silence"),
  ETLS: say("outbox.reason.security"),
  EAUTH: say("outbox.reason.password"),
  ENOAUTH: say("outbox.reason.password"),
  EENVELOPE: say("outbox.reason.address"),
};

/** Why the last attempt failed, for people: the mail server's own words, or ours for a code. */
export function sayReason(lastError: string): Words {
  if (/^\d/.test(lastError)) return say("outbox.reason.answer", { answer: lastError });
  return REASONS[lastError] ?? say("outbox.reason.other", { code: lastError });
}
