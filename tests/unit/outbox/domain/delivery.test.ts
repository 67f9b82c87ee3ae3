import { describe, expect, it } from "vitest";
import { countMails, sayReason } from "#lib/outbox/domain/delivery";
import { inEnglish } from "#lib/words/translate";

describe("countMails", () => {
  it("counts each state, and as delayed those that wait after a failure", () => {
    const mails = [
      { state: "waiting", lastError: null },
      { state: "waiting", lastError: "ESOCKET" },
      { state: "sent", lastError: null },
      { state: "failed", lastError: "550 no" },
    ] as const;
    expect(countMails(mails)).toEqual({ waiting: 2, sent: 1, failed: 1, delayed: 1 });
    expect(countMails([])).toEqual({ waiting: 0, sent: 0, failed: 0, delayed: 0 });
  });
});

describe("sayReason", () => {
  it("gives the mail server's own words, a sentence for a known code, and the code when it is not known", () => {
    expect(inEnglish(sayReason("550 5.1.1 no such user {x}"))).toBe(
      "The mail server answered: 550 5.1.1 no such user {x}",
    );
    expect(inEnglish(sayReason("ETIMEDOUT"))).toBe("The mail server did not answer in time.");
    expect(inEnglish(sayReason("EUNKNOWN"))).toBe("The attempt failed (EUNKNOWN).");
  });
});
