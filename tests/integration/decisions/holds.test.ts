import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { assentToChoice } from "#lib/decisions/usecases/assent-to-choice";
import { chooseSeries } from "#lib/decisions/usecases/choose-series";
import { holdSlots } from "#lib/decisions/usecases/hold-slots";
import { releaseHolds } from "#lib/decisions/usecases/release-holds";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
});
afterAll(() => db.$disconnect());

type Name = keyof JointSeriesFixture["cast"];
const hold = (slotIds = slots, name: Name = "sg2CoChair", now = AFTER) =>
  holdSlots(series.cast[name], { reference: series.reference, slotIds }, now);
const release = () => releaseHolds(series.cast.sg20CoChair, series, AFTER);
const calendars = async (kind: string) => {
  const mails = await db.outboxMail.findMany({ where: { kind }, orderBy: { toAddress: "asc" } });
  return mails.map(({ toAddress, attachments }) => {
    const [file] = attachments as { content: string; contentType: string }[];
    return { toAddress, type: file?.contentType, ics: Buffer.from(file?.content ?? "", "base64").toString() };
  });
};
const linesOf = (ics: string, name: string) =>
  ics
    .split("\r\n")
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1));

async function decide(slotIds: string[]) {
  const { cast, reference, sideA, sideB } = series;
  const choose = { reference, slotIds, aims: "", reason: "Tested" };
  const choiceId = await chooseSeries(cast.sg2CoChair, choose, AFTER);
  const said = { outcome: "agreed", method: "correspondence", decidedBy: "Us" } as const;
  for (const [actor, sideId] of [
    [cast.sg2CoChair, sideA],
    [cast.sg20CoChair, sideB],
  ] as const)
    await assentToChoice(actor, { reference, choiceId, sideId, ...said, evidence: "", comment: "" }, AFTER);
}

describe("holdSlots", () => {
  it("sends everybody asked one mail with a tentative entry for each slot", async () => {
    expect(await hold()).toBe(4);
    const sent = await calendars("slot_hold");
    expect(sent.map(({ toAddress }) => toAddress)).toEqual([
      ...["dev.delegate@example.org", "dora.delegate@example.org"],
      ...["jun.second@example.org", "paul.first@example.org"],
    ]);
    const { ics = "", type } = sent[0] ?? {};
    expect(type).toContain("method=PUBLISH");
    expect(linesOf(ics, "STATUS")).toEqual(Array(4).fill("TENTATIVE"));
    expect(linesOf(ics, "SEQUENCE")).toEqual(Array(4).fill("0"));
    expect(linesOf(ics, "UID")).toEqual(slots.map((id) => `hold-${id}@liaise.example.org`));
    expect(await db.slotHold.count({ where: { releasedAt: null } })).toBe(4);
    expect(await db.auditEntry.count({ where: { action: "slotsHold" } })).toBe(1);
  });

  it("holds no slot twice, and says when there is nothing left to hold", async () => {
    await hold(slots.slice(0, 2));
    expect(await hold()).toBe(2);
    await expect(hold()).rejects.toMatchObject({ words: { key: "decisions.refusal.heldAlready" } });
    expect(await db.outboxMail.count({ where: { kind: "slot_hold" } })).toBe(8);
  });

  it("is for co-chairs, for slots on offer, and may begin while the poll is open", async () => {
    for (const name of ["sg2Delegate", "sg2Chair", "administrator"] as const)
      await expect(hold(slots, name)).rejects.toMatchObject({ code: "forbidden" });
    const other = ["00000000-0000-4000-8000-000000000000"];
    await expect(hold(other)).rejects.toMatchObject({ code: "conflict" });
    expect(await db.slotHold.count()).toBe(0);
    expect(await hold(slots.slice(0, 1), "sg20CoChair", OPENED)).toBe(1);
  });
});

describe("releaseHolds", () => {
  it("cancels each entry with the same UID and the next SEQUENCE, and lets it be held again after that", async () => {
    await hold(slots.slice(0, 2));
    expect(await release()).toBe(2);
    const [{ ics = "", type } = {}] = await calendars("slot_release");
    expect(type).toContain("method=CANCEL");
    expect(linesOf(ics, "METHOD")).toEqual(["CANCEL"]);
    expect(linesOf(ics, "STATUS")).toEqual(["CANCELLED", "CANCELLED"]);
    expect(linesOf(ics, "SEQUENCE")).toEqual(["1", "1"]);
    expect(linesOf(ics, "UID")).toEqual(slots.slice(0, 2).map((id) => `hold-${id}@liaise.example.org`));
    await expect(release()).rejects.toMatchObject({ words: { key: "decisions.refusal.noneHeld" } });

    await hold(slots.slice(0, 1));
    expect(await db.slotHold.findFirst({ where: { releasedAt: null } })).toMatchObject({ sequence: 2 });
  });
});

describe("the decision", () => {
  it("releases the slots not taken, and lets each meeting take over the entry of its slot", async () => {
    await hold();
    const [one = "", two = "", three = "", left = ""] = slots;
    await decide([one, two, three]);
    const [{ ics = "" } = {}] = await calendars("slot_release");
    expect(linesOf(ics, "UID")).toEqual([`hold-${left}@liaise.example.org`]);
    const meetings = await db.meeting.findMany({ orderBy: { sequence: "asc" } });
    expect(meetings.map(({ calendarUid, calendarSequence }) => [calendarUid, calendarSequence])).toEqual(
      [one, two, three].map((id) => [`hold-${id}@liaise.example.org`, 1]),
    );
    await expect(hold([left])).rejects.toMatchObject({ code: "conflict" });
  });

  it("mails nobody about slots that were never held", async () => {
    await decide(slots.slice(0, 3));
    expect(await db.outboxMail.count({ where: { kind: { in: ["slot_hold", "slot_release"] } } })).toBe(0);
  });
});
