import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { type InviteParticipantsInput, inviteParticipantsSchema } from "#lib/series/schema";
import { endPart } from "#lib/series/usecases/end-part";
import { inviteParticipants } from "#lib/series/usecases/invite-participants";
import { loadSeries } from "#lib/series/usecases/load-series";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z"); // 5 January in Geneva
const NEWCOMER = {
  ...{ name: "Nadia New", email: "nadia.new@example.org", entity: "Example Telecom" },
  timeZone: "Africa/Nairobi",
};

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const input = (change: Partial<InviteParticipantsInput> = {}): InviteParticipantsInput => ({
  ...{ seriesId: fixture.id, sideId: fixture.sideA, newcomer: NEWCOMER },
  personIds: [fixture.cast.sg2Chair.id, fixture.cast.sg2Delegate.id],
  ...change,
});
const participants = () =>
  db.seriesMember.findMany({
    where: { role: "participant", sideId: fixture.sideA, toDay: null },
    include: { person: true },
    orderBy: { person: { name: "asc" } },
  });

describe("inviteParticipants", () => {
  it("invites role holders and a newcomer for the side, from the Geneva day on, and leaves who is there", async () => {
    expect(await inviteParticipants(fixture.cast.sg2CoChair, input(), now)).toBe(2);

    const fromDay = new Date("2027-01-05");
    expect(await participants()).toMatchObject([
      { person: { name: "Carla Chair" }, seriesId: fixture.id, fromDay, putForwardAt: null },
      { person: { name: "Dora Delegate" }, fromDay: new Date("2025-01-01") },
      { person: { ...NEWCOMER, country: null }, fromDay },
    ]);
    expect(await db.auditEntry.findMany({ orderBy: { at: "asc" } })).toMatchObject([
      { action: "personInvite", after: { name: "Nadia New" } },
      { action: "participantsInvite", seriesId: fixture.id, after: { side: "SG2", people: 2 } },
    ]);
  });

  it("changes nothing when the same people are invited again", async () => {
    await inviteParticipants(fixture.cast.sg2CoChair, input(), now);
    const before = await participants();
    const acts = await db.auditEntry.count();
    expect(await inviteParticipants(fixture.cast.sg2Secretariat, input(), now)).toBe(0);
    expect([await participants(), await db.auditEntry.count()]).toEqual([before, acts]);
  });

  it("makes each person a participant once when two people invite at the same time", async () => {
    await Promise.all([
      inviteParticipants(fixture.cast.sg2CoChair, input(), now),
      inviteParticipants(fixture.cast.sg2Secretariat, input(), now),
    ]);
    expect((await participants()).map(({ person }) => person.name)).toEqual([
      ...["Carla Chair", "Dora Delegate", "Nadia New"],
    ]);
  });

  it("refuses the other side, people without a role in the side, the other side's people, and nobody", async () => {
    const { cast, sideB } = fixture;
    const refusals: [InviteParticipantsInput, string][] = [
      [input({ sideId: sideB }), "forbidden"],
      [input({ personIds: [cast.stranger.id] }), "invalid"],
      [input({ newcomer: { ...NEWCOMER, email: "dev.delegate@example.org" } }), "conflict"],
      [input({ personIds: [], newcomer: null }), "invalid"],
    ];
    const stored = async () => [await participants(), await db.person.count(), await db.auditEntry.count()];
    const before = await stored();
    for (const [wrong, code] of refusals) {
      await expect(inviteParticipants(cast.sg2CoChair, wrong, now)).rejects.toMatchObject({ code });
    }
    await expect(inviteParticipants(cast.sg2Delegate, input(), now)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await stored()).toEqual(before);
  });

  it.each([
    ["a line break in the name", { name: "A\r\nBcc: b" }, "field.noLineBreaks"],
    ["an address that is none", { email: "nadia" }, "field.email"],
    ["a zone that nobody knows", { timeZone: "Mars/Olympus" }, "field.timeZone"],
    ["a name of 100,000 characters", { name: "x".repeat(100_000) }, "field.tooLong"],
  ])("refuses %s at the door", (_what, change, message) => {
    const parsed = inviteParticipantsSchema.safeParse(input({ newcomer: { ...NEWCOMER, ...change } }));
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});

describe("endPart", () => {
  const doras = async () =>
    db.seriesMember.findFirstOrThrow({ where: { personId: fixture.cast.sg2Delegate.id } });

  it("ends the part yesterday, keeps its row, and lets the person be invited again the same day", async () => {
    const { id } = await doras();
    await endPart(fixture.cast.sg2Secretariat, { seriesId: fixture.id, memberId: id }, now);

    expect((await doras()).toDay).toEqual(new Date("2027-01-04"));
    const { members } = await loadSeries(fixture.cast.sg2Chair, fixture.reference, { now });
    expect(members.map(({ name }) => name)).not.toContain("Dora Delegate");
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "partEnd", before: { name: "Dora Delegate", role: "participant", side: "SG2" } },
    ]);

    const again = input({ newcomer: null, personIds: [fixture.cast.sg2Delegate.id] });
    expect(await inviteParticipants(fixture.cast.sg2CoChair, again, now)).toBe(1);
    const later = await loadSeries(fixture.cast.sg2Chair, fixture.reference, { now });
    expect(later.members.filter(({ name }) => name === "Dora Delegate")).toHaveLength(1);
  });

  it("refuses the other side, and a part that has ended", async () => {
    const input = { seriesId: fixture.id, memberId: (await doras()).id };
    await expect(endPart(fixture.cast.sg20CoChair, input, now)).rejects.toMatchObject({ code: "forbidden" });
    expect((await doras()).toDay).toBeNull();
    await endPart(fixture.cast.sg2Delegate, input, now);
    await expect(endPart(fixture.cast.sg2CoChair, input, now)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.auditEntry.count()).toBe(1);
  });
});
