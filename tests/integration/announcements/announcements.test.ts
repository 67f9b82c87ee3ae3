import ICAL from "ical.js";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { draftAnnouncement } from "#lib/announcements/usecases/draft-announcement";
import { editAnnouncement } from "#lib/announcements/usecases/edit-announcement";
import { exportCalendar } from "#lib/announcements/usecases/export-calendar";
import { issueAnnouncement } from "#lib/announcements/usecases/issue-announcement";
import { listSeriesAnnouncements } from "#lib/announcements/usecases/list-series-announcements";
import { retryAnnouncementMail } from "#lib/announcements/usecases/retry-announcement-mail";
import { showAnnouncement } from "#lib/announcements/usecases/show-announcement";
import { db } from "#lib/db/client";
import { startOutboxDelivery } from "#lib/outbox/deliver";
import type { MailAttachment } from "#lib/outbox/post";
import { smtpTransport } from "#lib/outbox/transport";
import { emptyDatabase } from "../../support/clean.ts";
import { startMailServer } from "../../support/mail-server.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const NOW = new Date("2027-01-05T09:30:00Z");
const STARTS = ["2027-03-22T12:00:00Z", "2027-04-05T11:00:00Z", "2027-04-19T11:00:00Z"];

let series: JointSeriesFixture;

beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  for (const [index, start] of STARTS.entries()) {
    const startsAt = new Date(start);
    await db.meeting.create({
      data: {
        seriesId: series.id,
        sequence: index + 1,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
        status: index === 0 ? "confirmed" : "planned",
        calendarUid: `0197-${index + 1}@liaise.example.org`,
        joiningLink: index === 0 ? "https://join.example.org/secret" : "",
        expectedAttendees: index === 0 ? 35 : null,
      },
    });
  }
});
afterAll(() => db.$disconnect());

const key = (number = 1) => ({ reference: series.reference, number });
const draft = (actor = series.cast.sg2Secretariat) => draftAnnouncement(actor, series, NOW);
const edit = (changes: object, actor = series.cast.sg2Secretariat) =>
  editAnnouncement(
    actor,
    { ...key(), version: 1, subject: "Three meetings", introduction: "Dear all", practical: "", ...changes },
    NOW,
  );
const issue = (version = 1, actor = series.cast.sg2Secretariat) =>
  issueAnnouncement(actor, { ...key(), version }, NOW);
const row = () => db.announcement.findFirstOrThrow({ where: { seriesId: series.id } });
const nothingLeft = async () => {
  expect(await db.outboxMail.count()).toBe(0);
  expect((await row()).state).toBe("draft");
};
const acts = async () =>
  (await db.auditEntry.findMany({ where: { seriesId: series.id }, orderBy: { id: "asc" } })).map(
    ({ action, actorName }) => `${actorName}: ${action}`,
  );

describe("draftAnnouncement", () => {
  it("starts with a subject and an introduction from the data, and tells nobody", async () => {
    expect(await draft()).toBe(1);
    expect(await row()).toMatchObject({
      ...{ number: 1, state: "draft", version: 1, practical: "", issuedText: null, issuedAt: null },
      createdById: series.cast.sg2Secretariat.id,
      subject: "Joint meetings of Q1/2 and Q6/20, 22 March-19 April 2027: IoT identification and NNAI",
      introduction:
        'SG2 and SG20 invite their experts to 3 joint virtual meetings of Q1/2 and Q6/20 on "IoT identification and NNAI".',
    });
    expect(await acts()).toEqual(["Sam Secretary: announcementDraft"]);
    expect(await db.outboxMail.count()).toBe(0);
  });

  it("is for co-chairs and secretariats of either side", async () => {
    const { sg20CoChair, sg2Delegate, administrator, sg2Chair, stranger } = series.cast;
    for (const actor of [sg2Delegate, administrator, sg2Chair])
      await expect(draft(actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(draft(stranger)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.announcement.count()).toBe(0);
    expect(await draft(sg20CoChair)).toBe(1);
  });

  it("makes one draft when both secretariats start at once", async () => {
    const { sg2Secretariat, sg20Secretariat } = series.cast;
    const results = await Promise.allSettled([draft(sg2Secretariat), draft(sg20Secretariat)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict", words: { key: "announcements.refusal.draftExists" } },
    });
    expect(await db.announcement.count()).toBe(1);
  });

  it("refuses when no meeting was chosen", async () => {
    await db.meeting.deleteMany();
    await expect(draft()).rejects.toMatchObject({ words: { key: "announcements.refusal.noMeeting" } });
    expect(await db.announcement.count()).toBe(0);
  });
});

describe("editAnnouncement", () => {
  beforeEach(() => draft());

  it("keeps the free parts, as before and after in the trail", async () => {
    await edit({
      subject: "Trois réunions 🗓️",
      introduction: "مرحبا\n\nDear all",
      practical: "Captions are on.",
    });
    expect(await row()).toMatchObject({
      ...{
        subject: "Trois réunions 🗓️",
        introduction: "مرحبا\n\nDear all",
        practical: "Captions are on.",
        version: 2,
      },
    });
    const { text } = await showAnnouncement(series.cast.sg2Secretariat, key(), NOW);
    expect(text).toContain("مرحبا\n\nDear all\n\nQuestion(s)/WP: Q1/2 (SG2) and Q6/20 (SG20)\n");
    expect(text).toContain("\nCaptions are on.\n");
  });

  it("lets one of two who saw the same version save", async () => {
    const { sg2Secretariat, sg20CoChair } = series.cast;
    const results = await Promise.allSettled([
      edit({ practical: "A" }, sg2Secretariat),
      edit({ practical: "B" }, sg20CoChair),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await row()).toMatchObject({
      version: 2,
      practical: results[0]?.status === "fulfilled" ? "A" : "B",
    });
  });

  it("refuses a joining link, because lists have archives", async () => {
    await expect(edit({ practical: "Join: https://join.example.org/secret now" })).rejects.toMatchObject({
      code: "invalid",
      fields: { practical: [{ key: "announcements.refusal.joiningLink" }] },
    });
    expect((await row()).practical).toBe("");
  });

  it("refuses delegates, and an announcement that has left", async () => {
    await expect(edit({}, series.cast.sg20Delegate)).rejects.toMatchObject({ code: "forbidden" });
    await issue();
    await expect(edit({ version: 2 })).rejects.toMatchObject({
      code: "conflict",
      words: { key: "announcements.refusal.issuedAlready" },
    });
    expect((await row()).subject).not.toBe("Three meetings");
  });
});

describe("issueAnnouncement", () => {
  beforeEach(() => draft());

  it("posts one mail to both lists, both secretariats, the chairs and the co-chairs, with the same text", async () => {
    expect(await issue()).toBe(8);
    const mails = await db.outboxMail.findMany({ orderBy: { id: "asc" } });
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([
      ...["sg2@lists.example.org", "sg20@lists.example.org", "tsb.sg2@example.org", "tsb.sg20@example.org"],
      ...[
        "carla.chair@example.org",
        "cyril.chair@example.org",
        "paul.first@example.org",
        "jun.second@example.org",
      ],
    ]);
    const { issuedText, issuedCalendar, ...frozen } = await row();
    expect(frozen).toMatchObject({
      state: "issued",
      issuedAt: NOW,
      issuedById: series.cast.sg2Secretariat.id,
    });
    expect(new Set(mails.map(({ text }) => text))).toEqual(new Set([issuedText]));
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(8);
    for (const mail of mails) {
      expect(mail).toMatchObject({
        state: "waiting",
        kind: "announcement",
        announcementId: frozen.id,
        attempts: 0,
      });
      const [file] = mail.attachments as MailAttachment[];
      expect(file).toMatchObject({
        fileName: "meetings.ics",
        contentType: expect.stringContaining("method=PUBLISH"),
      });
      expect(Buffer.from(file?.content ?? "", "base64").toString()).toBe(issuedCalendar);
    }
    expect(await acts()).toEqual(["Sam Secretary: announcementDraft", "Sam Secretary: announcementIssue"]);
  });

  it("says in the text all that TSB's form asks for, and no joining link", async () => {
    await issue();
    const { issuedText } = await row();
    expect(issuedText).toBe(
      [
        'SG2 and SG20 invite their experts to 3 joint virtual meetings of Q1/2 and Q6/20 on "IoT identification and NNAI".',
        "",
        "Question(s)/WP: Q1/2 (SG2) and Q6/20 (SG20)",
        "Title: IoT identification and NNAI",
        "Topic: Demarcation line between IoT identification and NNAI",
        "Output: Draft report to TSAG",
        "Mandate: 39A1/1",
        "Reports to: TSAG",
        "Co-chairs: Paul First, WP1/2 Chair, SG2; Jun Second, WP2/20 Chair, SG20",
        "",
        "Meeting 1 of 3: confirmed",
        "Mon 22 March 2027, 13:00-15:00 Geneva time",
        "12:00-14:00 UTC (22 March 2027)",
        "Expected attendees: 35",
        `Agenda: https://liaise.example.org/series/${series.reference}/meetings/1`,
        "",
        "Meeting 2 of 3: planned",
        "Mon 5 April 2027, 13:00-15:00 Geneva time",
        "11:00-13:00 UTC (5 April 2027)",
        `Agenda: https://liaise.example.org/series/${series.reference}/meetings/2`,
        "",
        "Meeting 3 of 3: planned",
        "Mon 19 April 2027, 13:00-15:00 Geneva time",
        "11:00-13:00 UTC (19 April 2027)",
        `Agenda: https://liaise.example.org/series/${series.reference}/meetings/3`,
        "",
        "Joining information is sent to invited people only and never to a list. To be invited, write to the secretariat of your Study Group.",
        "Contact SG2: tsb.sg2@example.org",
        "Contact SG20: tsb.sg20@example.org",
        "",
        "The attached calendar file holds all 3 meetings.",
        `The whole series: https://liaise.example.org/series/${series.reference}`,
      ].join("\n"),
    );
  });

  it("attaches every meeting with its own UID, tentative while planned and confirmed when confirmed", async () => {
    await issue();
    const { issuedCalendar } = await row();
    const events = new ICAL.Component(ICAL.parse(issuedCalendar ?? "")).getAllSubcomponents("vevent");
    const value = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));
    expect(
      events.map((event) => [value(event, "uid"), value(event, "status"), value(event, "dtstart")]),
    ).toEqual([
      ["0197-1@liaise.example.org", "CONFIRMED", "2027-03-22T13:00:00"],
      ["0197-2@liaise.example.org", "TENTATIVE", "2027-04-05T13:00:00"],
      ["0197-3@liaise.example.org", "TENTATIVE", "2027-04-19T13:00:00"],
    ]);
    expect(issuedCalendar).not.toContain("join.example.org");
  });

  it("leaves once when both secretariats press the button at once, twice each", async () => {
    const { sg2Secretariat: a, sg20Secretariat: b } = series.cast;
    const results = await Promise.allSettled([a, b, a, b].map((actor) => issue(1, actor)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
    expect(await db.outboxMail.count()).toBe(8);
  });

  it("is for secretariats of either side alone", async () => {
    const { sg2CoChair, administrator, sg2Chair, sg2Delegate, stranger, sg20Secretariat } = series.cast;
    for (const actor of [sg2CoChair, administrator, sg2Chair, sg2Delegate])
      await expect(issue(1, actor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(issue(1, stranger)).rejects.toMatchObject({ code: "not_found" });
    await nothingLeft();
    expect(await issue(1, sg20Secretariat)).toBe(8);
  });

  it("refuses a text that was changed after it was read", async () => {
    await edit({});
    await expect(issue(1)).rejects.toMatchObject({ code: "conflict" });
    await nothingLeft();
  });

  it("refuses while a side cannot be told", async () => {
    await db.mailingList.deleteMany({ where: { groupId: series.sg20 } });
    await expect(issue()).rejects.toMatchObject({
      code: "invalid",
      words: { key: "announcements.refusal.findings", values: { rules: "N4" } },
    });
    await nothingLeft();
  });

  it("refuses a meeting called confirmed before both sides agreed", async () => {
    await db.jointSeries.update({ where: { id: series.id }, data: { state: "proposed" } });
    await expect(issue()).rejects.toMatchObject({ words: { values: { rules: "N5" } } });
    await nothingLeft();
  });

  it("refuses less than two weeks' notice until a co-chair sets the rule aside for that meeting", async () => {
    const late = new Date("2027-03-15T09:00:00Z");
    const issueLate = () => issueAnnouncement(series.cast.sg2Secretariat, { ...key(), version: 1 }, late);
    await expect(issueLate()).rejects.toMatchObject({ words: { values: { rules: "N2" } } });
    await nothingLeft();
    const first = await db.meeting.findFirstOrThrow({ where: { sequence: 1 } });
    const waived = { rule: "N2", subjectId: first.id, reason: "TSAG", waivedById: series.cast.sg2CoChair.id };
    await db.waiver.create({ data: { seriesId: series.id, ...waived } });
    expect(await issueLate()).toBe(8);
  });

  it("refuses a joining link that was set after the text was written", async () => {
    await edit({ practical: "See https://join.example.org/two" });
    await db.meeting.updateMany({
      where: { sequence: 2 },
      data: { joiningLink: "https://join.example.org/two" },
    });
    await expect(issue(2)).rejects.toMatchObject({ code: "invalid" });
    await nothingLeft();
  });

  it("freezes what left: the database takes no change and no deletion of it", async () => {
    await issue();
    const { id } = await row();
    await expect(db.announcement.update({ where: { id }, data: { issuedText: "x" } })).rejects.toThrow(
      "append-only",
    );
    await expect(db.announcement.delete({ where: { id } })).rejects.toThrow();
    await db.jointSeries.update({ where: { id: series.id }, data: { title: "Another title" } });
    const { text } = await showAnnouncement(series.cast.sg2Delegate, key(), NOW);
    expect(text).toContain("Title: IoT identification and NNAI");
  });
});

describe("showAnnouncement", () => {
  beforeEach(() => draft());

  it("shows a secretariat everything, and what is in the way", async () => {
    const view = await showAnnouncement(series.cast.sg2Secretariat, key(), new Date("2027-03-15T09:00:00Z"));
    expect(view.counts).toEqual({ lists: 2, people: 6 });
    expect(view.entries.map(({ status }) => status)).toEqual(["confirmed", "tentative", "tentative"]);
    expect(view.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["N2", "fail"],
      ["N1", "warn"],
      ["N1", "warn"],
      ["N1", "warn"],
    ]);
    expect(view).toMatchObject({
      isBlocked: true,
      may: { edit: true, issue: true, waive: false, retry: true },
    });
    expect(view.delivery.by).toBe("nothing");
  });

  it("shows delegates who is told, but no address of a person", async () => {
    await issue();
    const view = await showAnnouncement(series.cast.sg2Delegate, key(), NOW);
    expect(view.recipients.map(({ kind, address }) => [kind, address])).toEqual([
      ["list", "sg2@lists.example.org"],
      ["list", "sg20@lists.example.org"],
      ...["secretariat", "secretariat", "chair", "chair", "wp_chair", "wp_chair"].map((kind) => [kind, ""]),
    ]);
    expect(view.delivery).toMatchObject({ counts: { waiting: 8, sent: 0, failed: 0 }, rows: [] });
    expect(view.may).toEqual({ edit: false, issue: false, waive: false, retry: false });
  });

  it("tells a stranger the same as of a number that does not exist", async () => {
    const refusal = { code: "not_found", words: { key: "refusal.notFound" } };
    await expect(showAnnouncement(series.cast.stranger, key(), NOW)).rejects.toMatchObject(refusal);
    await expect(showAnnouncement(series.cast.sg2CoChair, key(2), NOW)).rejects.toMatchObject(refusal);
  });
});

describe("retryAnnouncementMail", () => {
  it("makes a mail that was given up due again, with its Message-ID, and no other", async () => {
    await draft();
    await issue();
    const [failed, waiting] = await db.outboxMail.findMany({ orderBy: { id: "asc" }, take: 2 });
    if (!failed || !waiting) throw new Error("no mails");
    const data = { state: "failed", attempts: 3, lastError: "550 5.1.1 no" };
    await db.outboxMail.update({ where: { id: failed.id }, data });
    const retry = (mailId: string, actor = series.cast.sg20Secretariat) =>
      retryAnnouncementMail(actor, { ...key(), mailId }, NOW);
    await expect(retry(failed.id, series.cast.sg2Delegate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(retry(waiting.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(retry(series.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.outboxMail.findUniqueOrThrow({ where: { id: failed.id } })).toMatchObject(data);
    await retry(failed.id);
    expect(await db.outboxMail.findUniqueOrThrow({ where: { id: failed.id } })).toMatchObject({
      ...{ state: "waiting", nextAttemptAt: NOW, messageId: failed.messageId, attempts: 3 },
    });
  });
});

describe("exportCalendar and listSeriesAnnouncements", () => {
  it("give everybody of the series its meetings and announcements, and a stranger nothing", async () => {
    expect(
      (await exportCalendar(series.cast.sg20Delegate, series.reference, NOW)).match(/BEGIN:VEVENT/g),
    ).toHaveLength(3);
    expect(await listSeriesAnnouncements(series.cast.sg2Secretariat, series.reference, NOW)).toMatchObject({
      ...{ announcements: [], meetingCount: 3, mayDraft: true },
    });
    await draft();
    expect(await listSeriesAnnouncements(series.cast.sg2Secretariat, series.reference, NOW)).toMatchObject({
      ...{ announcements: [{ number: 1, issued: null }], mayDraft: false },
    });
    for (const read of [exportCalendar, listSeriesAnnouncements])
      await expect(read(series.cast.stranger, series.reference, NOW)).rejects.toMatchObject({
        code: "not_found",
      });
  });
});

describe("an announcement while the mail server is down", () => {
  it("says so on its page, loses nothing, and all of it arrives once the server is back", async () => {
    const server = await startMailServer();
    await server.close();
    const from = { name: "Liaise", address: "liaise@example.org" };
    const transport = smtpTransport({ url: server.url, from, silenceMs: 1_500 });
    const delivery = startOutboxDelivery({ transport, pollMs: 50, restMs: 10 });
    await draft();
    await issue();
    const shown = async () => (await showAnnouncement(series.cast.sg2Secretariat, key(), NOW)).delivery;
    await vi.waitFor(async () => expect((await shown()).counts).toMatchObject({ delayed: 8 }), 10_000);
    expect(await shown()).toMatchObject({
      counts: { waiting: 8, sent: 0, failed: 0 },
      rows: Array.from({ length: 8 }, () => ({ state: "waiting", lastError: "ESOCKET" })),
    });
    const back = await startMailServer(server.port);
    await db.outboxMail.updateMany({ data: { nextAttemptAt: new Date(0) } });
    await vi.waitFor(
      async () => expect((await shown()).counts).toMatchObject({ sent: 8, waiting: 0 }),
      10_000,
    );
    await delivery.stop();
    await back.close();
    expect(back.received.map(({ to }) => to[0]).sort()).toEqual(
      (await shown()).rows.map(({ address }) => address).sort(),
    );
    const [first] = back.received;
    expect(first?.mail.replyTo?.value.map(({ address }) => address)).toEqual([
      "tsb.sg2@example.org",
      "tsb.sg20@example.org",
    ]);
    const calendar = first?.mail.attachments[0]?.content.toString() ?? "";
    expect(new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent")).toHaveLength(3);
  });
});
