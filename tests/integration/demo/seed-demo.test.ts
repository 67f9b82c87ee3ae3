import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { viewClockGuard } from "#lib/meetings/usecases/view-clock-guard";
import { identifyActor } from "#lib/people/usecases/identify-actor";
import { seedDemo } from "../../../prisma/seed/demo.ts";
import { emptyDatabase } from "../../support/clean.ts";

beforeAll(async () => {
  await emptyDatabase();
  await seedDemo();
}, 120_000);
afterAll(() => db.$disconnect());

describe("the demonstration", () => {
  it("has about forty people in at least twelve time zones, none with a real address", async () => {
    const people = await db.person.findMany();
    expect(people.length).toBeGreaterThanOrEqual(38);
    expect(new Set(people.map(({ timeZone }) => timeZone)).size).toBeGreaterThanOrEqual(12);
    expect(people.filter(({ email }) => !email.endsWith("@example.org"))).toEqual([]);
  });

  it("shows the series of the letter with its poll open and about half of the answers in", async () => {
    const series = await db.jointSeries.findFirstOrThrow({
      where: { mandateReference: "39A1/1" },
      include: { sides: { include: { group: true }, orderBy: { letter: "asc" } }, polls: true },
    });
    expect([series.state, series.meetingCount]).toEqual(["scheduling", 3]);
    expect(series.sides.map(({ group }) => group.reference)).toEqual(["SG2", "SG20"]);
    expect(series.polls.map(({ state }) => state)).toEqual(["open"]);

    const invitees = await db.pollInvitee.findMany({ where: { poll: { seriesId: series.id } } });
    const answered = invitees.filter(({ answers }) => answers !== null).length;
    expect(answered / invitees.length).toBeGreaterThan(0.4);
    expect(answered / invitees.length).toBeLessThan(0.6);
  });

  it("begins with a letter that can be read: meetings, Questions, co-chairs and mandate", async () => {
    const letter = await db.liaisonStatement.findFirstOrThrow({ where: { series: { meetingCount: 3 } } });
    expect(letter.parsed).toMatchObject({
      questions: ["Q1/2", "Q6/20"],
      proposal: {
        meetings: 3,
        target: { group: "TSAG" },
        coChairs: [
          { name: "Han Seojun", office: "WP2/20 Chair", side: "SG20" },
          { name: "Philippa Marsh", office: "WP1/2 Chair", side: "SG2" },
        ],
        mandate: "39A1/1",
      },
    });
  });

  it("shows an earlier series with its meetings confirmed and announced and its report begun", async () => {
    const series = await db.jointSeries.findFirstOrThrow({
      where: { meetingCount: 2 },
      include: { meetings: true, announcements: { include: { mails: true } }, report: true },
    });
    expect(series.meetings.map(({ status }) => status)).toEqual(["confirmed", "confirmed"]);
    expect(series.announcements.map(({ state }) => state)).toEqual(["issued"]);
    const recipients = series.announcements[0]?.mails.map(({ toAddress }) => toAddress) ?? [];
    expect(recipients).toEqual(expect.arrayContaining(["sg2@lists.example.org", "sg20@lists.example.org"]));
    expect(series.report?.title).toContain("TSAG");
  });

  it("has a meeting that newer tz data moved for one place, and a poll that is not open yet", async () => {
    const { personId } = await db.seriesMember.findFirstOrThrow({ where: { series: { meetingCount: 2 } } });
    const { reference } = await db.jointSeries.findFirstOrThrow({ where: { meetingCount: 2 } });
    const actor = await identifyActor({ personId });
    if (!actor) throw new Error("the member is nobody");
    const { moved } = await viewClockGuard(actor, reference);
    expect(moved).toEqual([
      {
        ...{ sequence: 1, tzVersion: "2025b" },
        clocks: [expect.objectContaining({ timeZone: "Africa/Casablanca" })],
      },
    ]);
    const drafts = await db.datePoll.findMany({ where: { state: "draft" }, include: { slots: true } });
    expect(drafts.map(({ slots }) => slots.length)).toEqual([6]);
  });

  it("is loaded once, however often the product starts", async () => {
    const before = await db.auditEntry.count();
    await seedDemo();
    expect(await db.auditEntry.count()).toBe(before);
  });
});
