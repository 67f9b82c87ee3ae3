import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSignedIn } from "#lib/auth/session";
import { db } from "#lib/db/client";
import { becomePerson } from "#lib/demo/usecases/become-person";
import { findCast } from "#lib/demo/usecases/find-cast";
import { listMailbox } from "#lib/demo/usecases/list-mailbox";
import { openAttachment } from "#lib/demo/usecases/open-attachment";
import { showMail } from "#lib/demo/usecases/show-mail";
import { postMail } from "#lib/outbox/post";
import { readSettings, fixSettings } from "#lib/settings/settings";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const inDemo = (demo: boolean) => fixSettings(readSettings({ env: {}, demo, strict: false }));

let series: JointSeriesFixture;
let mailId: string;

beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  mailId = await postMail(db, {
    kind: "sign_in",
    to: { name: "Dora", address: "dora@example.org" },
    subject: "Sign in",
    text: "http://localhost:3000/enter/secret",
    attachments: [{ fileName: "a.ics", contentType: "text/calendar", content: "QkVHSU4=" }],
  });
  inDemo(true);
});
afterEach(() => inDemo(false));
afterAll(() => db.$disconnect());

const refusal = { code: "not_found", words: { key: "refusal.notFound" } };

describe("the demonstration", () => {
  it("lets a visitor become anybody of the cast, and shows who they are by Study Group", async () => {
    const cast = await findCast();
    expect(cast?.map(({ group, members }) => [group, members.map(({ name, role }) => [name, role])])).toEqual(
      [
        [
          "SG2",
          [
            ["Paul First", "co_chair"],
            ["Sam Secretary", "secretariat"],
            ["Carla Chair", "chair"],
            ["Dora Delegate", "delegate"],
          ],
        ],
        [
          "SG20",
          [
            ["Jun Second", "co_chair"],
            ["Sid Secretary", "secretariat"],
            ["Cyril Chair", "chair"],
            ["Dev Delegate", "delegate"],
          ],
        ],
        [
          null,
          [
            ["Ada Admin", "administrator"],
            ["Stan Stranger", "delegate"],
          ],
        ],
      ],
    );
    const { id } = series.cast.sg20Chair;
    const cookie = await becomePerson({ personId: id });
    expect((await findSignedIn(`${cookie.name}=${cookie.value}`))?.id).toBe(id);
  });

  it("refuses somebody who is not in the cast, and begins no session", async () => {
    await expect(becomePerson({ personId: series.id })).rejects.toMatchObject({ code: "invalid" });
    expect(await db.session.count()).toBe(0);
  });

  it("shows every mail as it would look, newest first, with what hangs on it", async () => {
    const second = await postMail(db, {
      kind: "announcement",
      to: { name: "", address: "sg2@lists.example.org" },
      subject: "Three meetings",
      text: "Dear all",
    });
    const { mails, count, next } = await listMailbox({});
    expect(mails.map(({ id, subject, attachmentCount }) => [id, subject, attachmentCount])).toEqual([
      [second, "Three meetings", 0],
      [mailId, "Sign in", 1],
    ]);
    expect([count, next]).toEqual([2, null]);
    expect((await listMailbox({ before: second })).mails.map(({ id }) => id)).toEqual([mailId]);
    expect(await showMail({ id: mailId })).toMatchObject({
      ...{ toName: "Dora", toAddress: "dora@example.org", text: "http://localhost:3000/enter/secret" },
      attachments: [{ fileName: "a.ics", bytes: 5 }],
    });
    expect(await listMailbox({ to: "dora@example.org" })).toMatchObject({
      ...{ mails: [{ id: mailId }], count: 1, next: null },
    });
    const file = await openAttachment({ id: mailId, index: 0 });
    expect([file.name, file.type, Buffer.from(file.content).toString()]).toEqual([
      "a.ics",
      "text/calendar",
      "BEGIN",
    ]);
    await expect(openAttachment({ id: mailId, index: 1 })).rejects.toMatchObject(refusal);
    await expect(showMail({ id: series.id })).rejects.toMatchObject(refusal);
  });

  it("pages through many mails without losing one", async () => {
    for (let n = 0; n < 60; n += 1)
      await postMail(db, {
        kind: "announcement",
        to: { name: "", address: "a@example.org" },
        subject: `${n}`,
        text: "",
      });
    const first = await listMailbox({});
    const second = await listMailbox({ before: first.next ?? undefined });
    expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 11, null]);
    expect(new Set([...first.mails, ...second.mails].map(({ id }) => id)).size).toBe(61);
  });
});

describe("a real installation", () => {
  it("has no cast, no way to become somebody, and no mailbox", async () => {
    inDemo(false);
    expect(await findCast()).toBeNull();
    const tries = [
      becomePerson({ personId: series.cast.sg2Chair.id }),
      listMailbox({}),
      showMail({ id: mailId }),
      openAttachment({ id: mailId, index: 0 }),
    ];
    for (const result of await Promise.allSettled(tries)) expect(result).toMatchObject({ reason: refusal });
    expect(await db.session.count()).toBe(0);
  });
});
