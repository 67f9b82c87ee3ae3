import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
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

  it("is loaded once, however often the product starts", async () => {
    const before = await db.auditEntry.count();
    await seedDemo();
    expect(await db.auditEntry.count()).toBe(before);
  });
});
