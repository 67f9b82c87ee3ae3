import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db, transaction } from "#lib/db/client";
import { type DeliveryOptions, type OutboxDelivery, startOutboxDelivery } from "#lib/outbox/deliver";
import { type Mail, postMail } from "#lib/outbox/post";
import { claimMail } from "#lib/outbox/rows";
import { chooseTransport, mailboxTransport, smtpTransport } from "#lib/outbox/transport";
import { emptyDatabase } from "../../support/clean.ts";
import { type MailServer, startMailServer } from "../../support/mail-server.ts";

const from = { name: "Liaise", address: "liaise@example.org" };
const letter: Mail = {
  kind: "announcement",
  to: { name: "Dora Delegate", address: "dora@example.org" },
  subject: "Three meetings",
  text: "They are planned.\n",
};

let server: MailServer;
const running: OutboxDelivery[] = [];

beforeEach(async () => {
  await emptyDatabase();
  server = await startMailServer();
});
afterEach(async () => {
  for (const delivery of running.splice(0)) await delivery.stop();
  await server.close();
});
afterAll(() => db.$disconnect());

/** Polls rarely on purpose: what arrives sooner was noticed by notification. */
function deliver(options: Partial<DeliveryOptions> = {}): OutboxDelivery {
  const transport = smtpTransport({ url: server.url, from, silenceMs: 1_500 });
  const delivery = startOutboxDelivery({ transport, pollMs: 60_000, restMs: 20, graceMs: 500, ...options });
  running.push(delivery);
  return delivery;
}

const post = (mail: Partial<Mail> = {}) => transaction((tx) => postMail(tx, { ...letter, ...mail }));
const row = (id: string) => db.outboxMail.findUniqueOrThrow({ where: { id } });
const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 10_000, interval: 20 });
const untilState = (id: string, state: string) =>
  until(async () => expect(await row(id)).toMatchObject({ state }));
const untilTried = (id: string, attempts: number) =>
  until(async () => expect(await row(id)).toMatchObject({ attempts, lastError: expect.any(String) }));

/** The first mail that arrived. */
function first() {
  const [mail] = server.received;
  if (!mail) throw new Error("no mail arrived");
  return mail;
}

const makeDue = (id: string) =>
  transaction(async (tx) => {
    await tx.outboxMail.update({ where: { id }, data: { nextAttemptAt: new Date(0) } });
    await tx.$executeRaw`NOTIFY outbox`;
  });

describe("a mail server that takes mails", () => {
  it("gets a mail as soon as its transaction commits, with its fixed Message-ID, and the row says so", async () => {
    deliver();
    const id = await post({
      attachments: [
        {
          fileName: "a.ics",
          contentType: "text/calendar; method=PUBLISH; charset=utf-8",
          content: "QkVHSU4=",
        },
      ],
      replyTo: [{ name: "TSB SG2", address: "tsb.sg2@example.org" }],
    });
    await untilState(id, "sent");
    const sent = await row(id);
    expect(sent).toMatchObject({ attempts: 1, lastError: null, sentAt: expect.any(Date), text: letter.text });
    expect(server.received).toHaveLength(1);
    const { mail, ...envelope } = first();
    expect(envelope).toMatchObject({ from: "liaise@example.org", to: ["dora@example.org"] });
    expect(mail).toMatchObject({
      subject: "Three meetings",
      text: "They are planned.\n",
      messageId: sent.messageId,
      from: { value: [from] },
      to: { value: [letter.to] },
      replyTo: { value: [{ name: "TSB SG2", address: "tsb.sg2@example.org" }] },
    });
    expect(Math.floor(Number(mail.date) / 1000)).toBe(Math.floor(Number(sent.createdAt) / 1000));
    expect(mail.attachments).toMatchObject([{ filename: "a.ics", contentType: "text/calendar" }]);
    expect(mail.attachments[0]?.content.toString()).toBe("BEGIN");
    expect(mail.headers.has("auto-submitted")).toBe(false);
  });

  it("gets nothing of a transaction that was undone", async () => {
    deliver();
    const undone = transaction(async (tx) => {
      await postMail(tx, { ...letter, subject: "never" });
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    await untilState(await post(), "sent");
    expect(server.received.map(({ mail }) => mail.subject)).toEqual(["Three meetings"]);
  });

  it("gets a personal link as an automatic mail, and the row forgets it once it left", async () => {
    deliver();
    const id = await post({ kind: "sign_in", text: "https://liaise.example.org/secret" });
    await untilState(id, "sent");
    expect(server.received[0]?.mail.text).toContain("secret");
    expect(server.received[0]?.mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect((await row(id)).text).toBe("");
  });

  it.each([
    ["emoji", "Ana 🦊 Núñez", "Séance 🗓️ trois"],
    ["Arabic", "سارة الخطيب", "ثلاثة اجتماعات"],
    ["quotes and specials", 'Al "The <Great>" O\'Neil, Jr.; (chair)', 'A "title", with <angle> & more'],
  ])("gets names and titles with %s unharmed", async (_case, name, subject) => {
    deliver();
    await untilState(await post({ to: { name, address: "dora@example.org" }, subject }), "sent");
    expect(server.received[0]?.mail).toMatchObject({ subject, to: { value: [{ name }] } });
  });

  it("gets no header that somebody hid behind a line break", async () => {
    deliver();
    const evil = "x\r\nBcc: victim@example.org\r\n\r\nbody\u0007\u2028";
    await untilState(await post({ subject: evil, to: { name: evil, address: "dora@example.org" } }), "sent");
    const { mail, to } = first();
    expect(to).toEqual(["dora@example.org"]);
    expect(mail.headers.has("bcc")).toBe(false);
    expect(mail.subject).toBe("x Bcc: victim@example.org body");
    expect(mail.text).toBe(letter.text);
  });

  it("gets 100,000 characters on one line as they are", async () => {
    deliver();
    const text = "ligne é 🗓️ ".repeat(9_000);
    await untilState(await post({ text }), "sent");
    expect(server.received[0]?.mail.text?.trimEnd()).toBe(text.trimEnd());
  });
});

describe("a mail server in trouble", () => {
  it("that defers a mail gets it again later, with the same Message-ID, and others meanwhile", async () => {
    server.answers.push({ code: 451, text: "4.3.0 try <dora@example.org> later" });
    const id = await post();
    deliver();
    await untilTried(id, 1);
    const deferred = await row(id);
    expect(deferred).toMatchObject({ state: "waiting", lastError: "451 4.3.0 try … later" });
    expect(deferred.nextAttemptAt > new Date()).toBe(true);
    await untilState(await post({ subject: "Another" }), "sent");
    await makeDue(id);
    await untilState(id, "sent");
    expect(await row(id)).toMatchObject({ attempts: 2, lastError: null });
    expect(server.received.map(({ mail }) => mail.messageId)).toContain(deferred.messageId);
  });

  it("that refuses a recipient for good ends the attempts at this mail alone", async () => {
    server.recipients.push({ code: 550, text: "5.1.1 no such user" });
    deliver();
    const id = await post();
    await untilState(id, "failed");
    expect(await row(id)).toMatchObject({ attempts: 1, lastError: "550 5.1.1 no such user", sentAt: null });
    await untilState(await post({ subject: "Another" }), "sent");
    expect(server.received).toHaveLength(1);
  });

  it.each(["hang", "cut"] as const)(
    "that goes silent or away after the text (%s) gets the mail again, recognisably the same",
    async (answer) => {
      server.answers.push(answer);
      const id = await post();
      deliver();
      await untilTried(id, 1);
      expect((await row(id)).state).toBe("waiting");
      await makeDue(id);
      await untilState(id, "sent");
      expect(await row(id)).toMatchObject({ attempts: 2 });
      const ids = server.received.map(({ mail }) => mail.messageId);
      expect(new Set(ids).size).toBe(1);
      expect(ids).toHaveLength(answer === "cut" ? 2 : 1);
    },
  );

  it("that is down loses nothing: all arrive once it is back", async () => {
    await server.close();
    deliver();
    const ids = [await post({ subject: "1" }), await post({ subject: "2" }), await post({ subject: "3" })];
    await untilTried(ids[0] ?? "", 1);
    expect(await row(ids[0] ?? "")).toMatchObject({ state: "waiting", lastError: "ESOCKET" });
    server = await startMailServer(server.port);
    for (const id of ids) {
      await makeDue(id);
      await untilState(id, "sent");
    }
    expect(server.received.map(({ mail }) => mail.subject).sort()).toEqual(["1", "2", "3"]);
  });

  it("never sees an address that could be read as more than one", async () => {
    deliver();
    const bad = [
      "a@example.org, b@example.org",
      "a@example.org\r\nRCPT TO:<b@example.org>",
      "<a@example.org>",
      "",
    ];
    for (const address of bad) await untilState(await post({ to: { name: "", address } }), "failed");
    await untilState(await post(), "sent");
    expect(server.received.map(({ to }) => to)).toEqual([["dora@example.org"]]);
  });
});

describe("a delivery", () => {
  it("that dies in the middle leaves its mail due again when the lease ends", async () => {
    const id = await post();
    const now = new Date();
    expect(await claimMail(now, 1_000)).toMatchObject({ id, attempts: 1 });
    expect(await claimMail(new Date(now.getTime() + 999), 1_000)).toBeNull();
    expect(await claimMail(new Date(now.getTime() + 1_000), 1_000)).toMatchObject({ id, attempts: 2 });
  });

  it("never takes the same mail as another one", async () => {
    for (let count = 0; count < 20; count += 1) await post();
    const now = new Date();
    const claimed = await Promise.all(Array.from({ length: 30 }, () => claimMail(now, 60_000)));
    const ids = claimed.flatMap((mail) => (mail ? [mail.id] : []));
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it("that is one of two sends each mail once", async () => {
    deliver();
    deliver();
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => post({ subject: String(n) })));
    for (const id of ids) await untilState(id, "sent");
    expect(server.received).toHaveLength(12);
  });

  it("hears of mails again after PostgreSQL ended its connections", async () => {
    deliver();
    await untilState(await post(), "sent");
    await db.$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await until(async () => expect(await db.outboxMail.count()).toBe(1));
    await untilState(await post(), "sent");
    expect(server.received).toHaveLength(2);
  });

  it("stops in good time while the server is silent, and the mail stays", async () => {
    server.answers.push("hang");
    const id = await post();
    const delivery = deliver({ transport: smtpTransport({ url: server.url, from, silenceMs: 60_000 }) });
    await server.seen(1);
    await delivery.stop();
    expect(await row(id)).toMatchObject({ state: "waiting", attempts: 1 });
  });

  it("without a mail server leaves every mail as it is", async () => {
    const transport = chooseTransport({ demo: false, smtpUrl: null, mailFrom: from });
    expect(transport).toBeNull();
    const id = await post();
    await startOutboxDelivery({ transport }).stop();
    expect(await row(id)).toMatchObject({ state: "waiting", attempts: 0, lastError: null });
  });

  it("of the demonstration sends nothing anywhere and keeps the text, links included", async () => {
    expect(chooseTransport({ demo: true, smtpUrl: server.url, mailFrom: from })).toBe(mailboxTransport);
    deliver({ transport: mailboxTransport });
    const id = await post({ kind: "sign_in", text: "https://liaise.example.org/secret" });
    await untilState(id, "sent");
    expect((await row(id)).text).toContain("secret");
    expect(server.received).toEqual([]);
  });
});
