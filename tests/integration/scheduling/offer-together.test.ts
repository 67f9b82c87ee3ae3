import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { waiveSlotFindings } from "#lib/scheduling/usecases/waive-slot-findings";
import { withdrawOffer } from "#lib/scheduling/usecases/withdraw-offer";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, DAYS, geneva, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const LATER = new Date("2027-01-05T09:00:00Z");
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const offer = (days: string[], reason = "", now = LATER) =>
  offerSlots(series.cast.sg2CoChair, { reference: series.reference, slots: geneva(...days), reason }, now);
const onOffer = () => db.slot.count({ where: { withdrawnAt: null } });

describe("offerSlots with a reason", () => {
  it("sets every rule aside that a slot breaks, and nothing for slots that break none", async () => {
    const [soon, late] = await offer(["2027-01-12", "2027-03-16"], "TSAG moved its meeting.");
    expect(await db.waiver.findMany()).toMatchObject([
      {
        rule: "N2",
        subjectId: soon,
        reason: "TSAG moved its meeting.",
        waivedById: series.cast.sg2CoChair.id,
      },
    ]);
    const { slots } = await viewOffer(series.cast.sg20Delegate, series.reference, LATER);
    const broken = slots.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "fail"));
    expect(broken).toMatchObject([{ rule: "N2", waiver: { reason: "TSAG moved its meeting." } }]);
    expect(slots.map(({ slot }) => slot.id)).toEqual([soon, late]);
  });

  it("offers hundreds at once, and refuses the one that is too many whole", async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...{ day: `2027-03-${String(1 + (index % 28)).padStart(2, "0")}`, timeZone: "UTC", lengthMinutes: 60 },
      clock: `${String(Math.floor(index / 28)).padStart(2, "0")}:00`,
    }));
    await offerSlots(series.cast.sg2CoChair, { reference: series.reference, slots: many }, LATER);
    expect(await onOffer()).toBe(500);
    await expect(offer(["2027-04-06"])).rejects.toMatchObject(
      refusal("invalid", "scheduling.refusal.tooManySlots"),
    );
    expect(await onOffer()).toBe(500);
  });
});

describe("withdrawOffer", () => {
  it("takes back what somebody offered last, all of it and nothing else", async () => {
    await offerFour(series);
    await offer(["2027-04-20", "2027-04-27"]);
    const { lastOffer } = await viewOffer(series.cast.sg2CoChair, series.reference, LATER);
    expect(lastOffer).toMatchObject({ offeredAt: LATER });
    expect(lastOffer?.slotIds).toHaveLength(2);
    const input = { reference: series.reference, slotIds: [...(lastOffer?.slotIds ?? [])] };
    expect(await withdrawOffer(series.cast.sg2CoChair, input, LATER)).toBe(2);
    const { slots } = await viewOffer(series.cast.sg2CoChair, series.reference, LATER);
    expect(slots.map(({ slot }) => slot.start.toISOString().slice(0, 10))).toEqual(DAYS);
    expect(await db.auditEntry.count({ where: { action: "offerWithdraw" } })).toBe(1);
    await expect(withdrawOffer(series.cast.sg2CoChair, input, LATER)).rejects.toMatchObject(
      refusal("conflict", "offering.refusal.goneAlready"),
    );
  });

  it("is for co-chairs while the poll takes slots, and leaves slots of other series alone", async () => {
    const slotIds = await openFour(series);
    const input = { reference: series.reference, slotIds };
    for (const name of ["sg2Chair", "sg2Secretariat", "sg2Delegate"] as const)
      await expect(withdrawOffer(series.cast[name], input, LATER)).rejects.toMatchObject({
        code: "forbidden",
      });
    await expect(withdrawOffer(series.cast.stranger, input, LATER)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(withdrawOffer(series.cast.sg2CoChair, input, AFTER)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await onOffer()).toBe(4);
  });
});

describe("waiveSlotFindings", () => {
  it("keeps one reason for several slots of this series, and refuses a slot that is none of it", async () => {
    const slotIds = await offer(["2027-01-12", "2027-01-13"]);
    const input = { reference: series.reference, rule: "N2", slotIds, reason: "Both sides asked for it." };
    await waiveSlotFindings(series.cast.sg20CoChair, input, LATER);
    expect(await db.waiver.count({ where: { rule: "N2", reason: input.reason } })).toBe(2);
    await expect(
      waiveSlotFindings(series.cast.sg20CoChair, { ...input, slotIds: [series.id] }, LATER),
    ).rejects.toMatchObject(refusal("conflict", "offering.refusal.goneAlready"));
    await expect(waiveSlotFindings(series.cast.sg2Delegate, input, LATER)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

it("says whom to ask for what: a closed poll takes no slots, and a delegate offers none", async () => {
  await openFour(series);
  const may = async (name: "sg2CoChair" | "sg2Delegate", now: Date) =>
    (await viewOffer(series.cast[name], series.reference, now)).mayOffer;
  expect(await may("sg2CoChair", OPENED)).toBe(true);
  expect(await may("sg2Delegate", OPENED)).toBe(false);
  expect(await may("sg2CoChair", AFTER)).toBe(false);
});
