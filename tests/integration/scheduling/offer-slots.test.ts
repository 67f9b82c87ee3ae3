import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { restoreSlot } from "#lib/scheduling/usecases/restore-slot";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, geneva, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const offer = (day = "2027-03-16", actor = series.cast.sg20CoChair, now = OPENED) =>
  offerSlots(actor, { reference: series.reference, slots: geneva(day) }, now);
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });

describe("offerSlots", () => {
  it("keeps each slot as an instant with its zone, under the next ordinal, and writes the act down", async () => {
    const ids = await offerSlots(
      series.cast.sg20CoChair,
      {
        reference: series.reference,
        slots: [
          { day: "2027-03-16", clock: "08:00", timeZone: "Asia/Seoul", lengthMinutes: 90 },
          { day: "2027-03-15", clock: "14:00", timeZone: "Europe/Zurich", lengthMinutes: 120 },
        ],
      },
      OPENED,
    );
    const poll = await db.datePoll.findFirstOrThrow({ include: { slots: { orderBy: { ordinal: "asc" } } } });
    expect(poll).toMatchObject({
      ...{ seriesId: series.id, state: "draft", closesAt: null, quorum: {}, nextOrdinal: 2, slotsVersion: 2 },
      ...{ openedAt: null, openedById: null },
    });
    const proposedById = series.cast.sg20CoChair.id;
    expect(poll.slots).toEqual([
      expect.objectContaining({
        ...{ id: ids[0], ordinal: 0, startsAt: new Date("2027-03-15T23:00Z"), lengthMinutes: 90 },
        ...{ timeZone: "Asia/Seoul", proposedById, withdrawnAt: null },
      }),
      expect.objectContaining({
        ...{ id: ids[1], ordinal: 1, startsAt: new Date("2027-03-15T13:00Z"), lengthMinutes: 120 },
        ...{ timeZone: "Europe/Zurich", proposedById, withdrawnAt: null },
      }),
    ]);
    const acts = await db.auditEntry.findMany({ where: { action: "slotsOffer" } });
    expect(acts).toMatchObject([{ personId: proposedById, seriesId: series.id, subjectId: poll.id }]);
  });

  it("is for co-chairs of either side, and the database says who that is", async () => {
    for (const name of ["sg2Chair", "sg2Secretariat", "sg20Delegate", "administrator"] as const)
      await expect(offer("2027-03-16", series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(offer("2027-03-16", series.cast.stranger)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.datePoll.count()).toBe(0);
    await offer("2027-03-16", series.cast.sg2CoChair);
    await offer("2027-03-17", series.cast.sg20CoChair);
    expect(await db.slot.count()).toBe(2);
  });

  it("offers all slots of a form or none", async () => {
    const slots = [...geneva("2027-03-16"), ...geneva("2026-03-16")];
    const input = { reference: series.reference, slots };
    await expect(offerSlots(series.cast.sg2CoChair, input, OPENED)).rejects.toMatchObject(
      refusal("invalid", "scheduling.refusal.past"),
    );
    expect([await db.datePoll.count(), await db.slot.count(), await db.auditEntry.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  it("refuses a slot that is on offer already", async () => {
    await offer();
    await expect(offer()).rejects.toMatchObject(refusal("invalid", "scheduling.refusal.duplicate"));
    expect(await db.slot.count()).toBe(1);
  });

  it("makes one poll, and one of two equal slots, when both co-chairs offer the first at once", async () => {
    const { sg2CoChair, sg20CoChair } = series.cast;
    const done = await Promise.allSettled([
      offer("2027-03-16", sg2CoChair),
      offer("2027-03-16", sg20CoChair),
      offer("2027-03-17", sg20CoChair),
    ]);
    expect(done.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "invalid", words: { key: "scheduling.refusal.duplicate" } } },
    ]);
    expect(await db.datePoll.count()).toBe(1);
    expect((await db.slot.findMany({ orderBy: { ordinal: "asc" } })).map(({ ordinal }) => ordinal)).toEqual([
      0, 1,
    ]);
  });

  it("takes slots of an open poll until its deadline, and makes earlier sheets stale", async () => {
    await openFour(series);
    const before = await db.datePoll.findFirstOrThrow();
    await offer("2027-05-04");
    expect(await db.datePoll.findFirstOrThrow()).toMatchObject({ slotsVersion: before.slotsVersion + 1 });
    await expect(offer("2027-05-05", series.cast.sg2CoChair, AFTER)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.closedForSlots"),
    );
  });

  it("refuses slots of a series that the sides have not agreed to, and of one that is running", async () => {
    for (const state of ["proposed", "declined", "running", "closed"]) {
      await db.jointSeries.update({ where: { id: series.id }, data: { state } });
      await expect(offer()).rejects.toMatchObject(refusal("conflict", "scheduling.refusal.seriesState"));
    }
    expect(await db.slot.count()).toBe(0);
  });
});

describe("withdrawSlot and restoreSlot", () => {
  const act = (slotId: string, actor = series.cast.sg20CoChair) =>
    [actor, { reference: series.reference, slotId }, OPENED] as const;

  it("take a slot off the offer and put it back, and never use its ordinal again", async () => {
    const [first = ""] = await offerFour(series);
    await withdrawSlot(...act(first));
    expect(await db.slot.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ withdrawnAt: OPENED });
    const [fifth = ""] = await offer("2027-05-04");
    expect(await db.slot.findUniqueOrThrow({ where: { id: fifth } })).toMatchObject({ ordinal: 4 });
    await restoreSlot(...act(first));
    expect(await db.slot.findUniqueOrThrow({ where: { id: first } })).toMatchObject({
      ...{ withdrawnAt: null, ordinal: 0 },
    });
    expect((await db.auditEntry.findMany({ orderBy: { at: "asc" } })).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["slotsOffer", "slotWithdraw", "slotRestore"]),
    );
  });

  it("refuse to put back what was offered anew meanwhile", async () => {
    const [first = ""] = await offer();
    await withdrawSlot(...act(first));
    await offer();
    await expect(restoreSlot(...act(first))).rejects.toMatchObject(
      refusal("invalid", "scheduling.refusal.duplicate"),
    );
    expect(await db.slot.count({ where: { withdrawnAt: null } })).toBe(1);
  });

  it("are for co-chairs, and find no slot of another series", async () => {
    const [first = ""] = await offer();
    await expect(withdrawSlot(...act(first, series.cast.sg2Delegate))).rejects.toMatchObject({
      code: "forbidden",
    });
    const unknown = "01980000-0000-7000-8000-000000000000";
    await expect(withdrawSlot(...act(unknown))).rejects.toMatchObject({ code: "not_found" });
    expect(await db.slot.count({ where: { withdrawnAt: null } })).toBe(1);
  });
});
