import { describe, expect, it } from "vitest";
import { isServerTrouble, judgeFailure } from "#lib/outbox/outcome";

const now = new Date("2027-03-01T12:00:00Z");
const mail = { kind: "announcement", attempts: 1, createdAt: now };
const fail = (fields: object) => Object.assign(new Error("sending failed"), fields);
const minutes = (setback: object) =>
  "nextAttemptAt" in setback ? (Number(setback.nextAttemptAt) - Number(now)) / 60_000 : null;

describe("judgeFailure", () => {
  it.each([
    ["a refused recipient", { code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response: "550 no" }],
    ["a refused text", { code: "EMESSAGE", command: "DATA", responseCode: 554, response: "554 no" }],
    ["an address nothing can be sent to", { code: "EENVELOPE" }],
  ])("gives up at once for %s", (_case, fields) => {
    expect(judgeFailure(fail(fields), mail, now)).toMatchObject({ state: "failed" });
  });

  it.each([
    ["a deferred recipient", { command: "RCPT TO", responseCode: 450, response: "450 later" }],
    ["a session in the wrong state", { command: "DATA", responseCode: 503, response: "503 bad sequence" }],
    ["a refused connection", { code: "ESOCKET", command: "CONN" }],
    ["a server that shuts its door", { command: "CONN", responseCode: 554, response: "554 go away" }],
    [
      "our own wrong password",
      { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, response: "535 no" },
    ],
    ["silence", { code: "ETIMEDOUT", command: "DATA" }],
  ])("tries again after %s", (_case, fields) => {
    expect(judgeFailure(fail(fields), mail, now)).toMatchObject({ state: "waiting" });
  });

  it("waits longer from attempt to attempt, and never more than ten minutes", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 100].map((attempts) =>
      minutes(judgeFailure(fail({ code: "ESOCKET" }), { ...mail, attempts }, now)),
    );
    expect(pauses).toEqual([0.5, 1, 2, 5, 10, 10, 10]);
  });

  it("gives up after three days, and a sign-in link after its quarter of an hour", () => {
    const old = (kind: string, age: number) =>
      judgeFailure(
        fail({ code: "ESOCKET" }),
        { kind, attempts: 9, createdAt: new Date(now.getTime() - age * 60_000) },
        now,
      ).state;
    expect([old("announcement", 72 * 60 - 11), old("announcement", 72 * 60 - 10)]).toEqual([
      "waiting",
      "failed",
    ]);
    expect([old("sign_in", 4), old("sign_in", 5)]).toEqual(["waiting", "failed"]);
  });

  it("keeps what the server said, without addresses, controls or more than a line of it", () => {
    const response = `550 5.1.1 <dora@example.org>: unknown\r\nnext ${"x".repeat(500)}`;
    const { reason } = judgeFailure(fail({ command: "RCPT TO", responseCode: 550, response }), mail, now);
    expect(reason).toMatch(/^550 5\.1\.1 … unknown next x+$/);
    expect(reason).toHaveLength(200);
    expect(judgeFailure(fail({ code: "ESOCKET" }), mail, now).reason).toBe("ESOCKET");
    expect(judgeFailure("no error at all", mail, now).reason).toBe("EUNKNOWN");
  });
});

describe("isServerTrouble", () => {
  it("tells the server's own trouble from trouble with one mail", () => {
    const trouble = [
      { code: "ESOCKET", command: "CONN" },
      { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 },
      { command: "RCPT TO", responseCode: 421 },
      { code: "ETIMEDOUT", command: "DATA" },
    ];
    const oneMail = [
      { command: "RCPT TO", responseCode: 450 },
      { command: "RCPT TO", responseCode: 550 },
      { code: "EENVELOPE" },
    ];
    expect(trouble.map((fields) => isServerTrouble(fail(fields)))).toEqual([true, true, true, true]);
    expect(oneMail.map((fields) => isServerTrouble(fail(fields)))).toEqual([false, false, false]);
  });
});
