import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { waiveSlotFindings } from "#lib/scheduling/usecases/waive-slot-findings";
import { withdrawOffer } from "#lib/scheduling/usecases/withdraw-offer";
import { restoreFinding } from "#lib/waivers/usecases/restore-finding";
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
  const waive = (
    rule: string,
    findings: readonly { subjectId: string; about: string }[],
    by = series.cast.sg20CoChair,
  ) =>
    waiveSlotFindings(
      by,
      { reference: series.reference, rule, findings: [...findings], reason: "Both sides asked for it." },
      LATER,
    );
  const findings = async () =>
    (await viewOffer(series.cast.sg2CoChair, series.reference, LATER)).slots.flatMap(({ findings: of }) =>
      of.filter(({ severity }) => severity === "fail"),
    );
  const meets = (groupId: string, title: string) =>
    db.groupMeeting.create({
      data: {
        ...{ groupId, title, source: "Circular 12", asOf: new Date("2027-01-02") },
        ...{ opensOn: new Date("2027-03-15"), closesOn: new Date("2027-03-17") },
      },
    });

  it("keeps one reason for several slots of this series, and refuses a slot that is none of it", async () => {
    const slotIds = await offer(["2027-01-12", "2027-01-13"]);
    await waive(
      "N2",
      slotIds.map((subjectId) => ({ subjectId, about: "" })),
    );
    expect(await db.waiver.count({ where: { rule: "N2", reason: "Both sides asked for it." } })).toBe(2);
    await expect(waive("N2", [{ subjectId: series.id, about: "" }])).rejects.toMatchObject(
      refusal("conflict", "offering.refusal.goneAlready"),
    );
    const own = [{ subjectId: slotIds[0] ?? "", about: "" }];
    await expect(waive("N2", own, series.cast.sg2Delegate)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("sets a clash aside and no later one: a plenary that is imported afterwards counts", async () => {
    const [slot = ""] = await offer(["2027-03-16"]);
    const wp = await db.group.findFirstOrThrow({ where: { reference: "WP1/2" } });
    await meets(wp.id, "WP1/2 meeting");
    const [found] = await findings();
    const about = found?.about ?? "";
    expect(about).toBe("WP1/2 · WP1/2 meeting · 2027-03-15/2027-03-17");
    await waive("D1", [{ subjectId: slot, about }]);
    expect(await db.auditEntry.findFirst({ where: { action: "findingWaive" } })).toMatchObject({
      after: { rule: "D1", about, reason: "Both sides asked for it." },
    });

    await meets(series.sg2, "SG2 plenary");
    expect((await findings()).map((each) => [each.about, each.waiver?.reason ?? null])).toEqual(
      expect.arrayContaining([
        [about, "Both sides asked for it."],
        ["SG2 · SG2 plenary · 2027-03-15/2027-03-17", null],
      ]),
    );
    const restored = { seriesId: series.id, rule: "D1", subjectId: slot, about };
    await restoreFinding(series.cast.sg2CoChair, restored, LATER);
    expect((await findings()).map(({ waiver }) => waiver)).toEqual([null, null]);
  });

  it("refuses what the rules do not say (any more), and nothing is stored", async () => {
    const [slot = ""] = await offer(["2027-03-16"]);
    await expect(waive("D1", [{ subjectId: slot, about: "SG2 · plenary" }])).rejects.toMatchObject(
      refusal("conflict", "offering.refusal.otherFinding"),
    );
    expect(await db.waiver.count()).toBe(0);
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
