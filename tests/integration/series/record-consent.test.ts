import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { type RecordConsentInput, recordConsentSchema } from "#lib/series/schema";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { emptyDatabase } from "../../support/clean.ts";
import { type Cast, type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z"); // 5 January in Geneva, 6 January in Kathmandu

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries("proposed");
});
afterAll(() => db.$disconnect());

const input = (change: Partial<RecordConsentInput> = {}): RecordConsentInput => ({
  ...{ seriesId: fixture.id, sideId: fixture.sideB, subject: "series", subjectId: fixture.id },
  ...{ outcome: "agreed", method: "correspondence", decidedBy: "SG20 management team" },
  ...{ decidedOn: "2027-01-05", evidence: "SG20-LS12", comment: "By list.", version: 0 },
  ...change,
});
const state = async () => (await db.jointSeries.findUniqueOrThrow({ where: { id: fixture.id } })).state;

async function expectNothingStored() {
  expect([await db.sideConsent.count(), await db.auditEntry.count(), await state()]).toEqual([
    0,
    0,
    "proposed",
  ]);
}

describe("recordConsent", () => {
  it("stores what the side said, who wrote it down and when, and tells the trail", async () => {
    await recordConsent(fixture.cast.sg20Chair, input(), now);

    expect(await db.sideConsent.findMany({ omit: { id: true } })).toEqual([
      {
        seriesId: fixture.id,
        sideId: fixture.sideB,
        subject: "series",
        subjectId: fixture.id,
        outcome: "agreed",
        method: "correspondence",
        decidedBy: "SG20 management team",
        decidedOn: new Date("2027-01-05"),
        evidence: "SG20-LS12",
        comment: "By list.",
        recordedById: fixture.cast.sg20Chair.id,
        recordedAt: now,
      },
    ]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "consentRecord", actorName: "Cyril Chair", after: { side: "SG20", outcome: "agreed" } },
    ]);
  });

  it("agrees the series once both sides have agreed, and not before", async () => {
    await recordConsent(fixture.cast.sg20Chair, input(), now);
    expect(await state()).toBe("proposed");
    await recordConsent(fixture.cast.sg2CoChair, input({ sideId: fixture.sideA }), now);
    expect(await state()).toBe("agreed");
  });

  it("declines the series when a side does not agree, and takes another answer later", async () => {
    await recordConsent(fixture.cast.sg2CoChair, input({ sideId: fixture.sideA }), now);
    await recordConsent(fixture.cast.sg20Chair, input({ outcome: "not_agreed" }), now);
    expect(await state()).toBe("declined");
    await recordConsent(
      fixture.cast.sg20Secretariat,
      input({ version: 1 }),
      new Date("2027-01-06T08:00:00Z"),
    );
    expect(await state()).toBe("agreed");
    expect(
      await db.auditEntry.findMany({ where: { action: "seriesAdvance" }, orderBy: { at: "asc" } }),
    ).toMatchObject([
      { actorName: "Liaise", before: { state: "proposed" }, after: { state: "declined" } },
      { actorName: "Liaise", before: { state: "declined" }, after: { state: "agreed" } },
    ]);
  });

  it.each([
    "sg2CoChair",
    "sg2Chair",
    "sg2Secretariat",
    "sg2Delegate",
    "sg20Delegate",
    "administrator",
  ] as const)("does not let %s speak for SG20", async (who) => {
    await expect(recordConsent(fixture.cast[who], input(), now)).rejects.toMatchObject({
      ...{ code: "forbidden", words: { key: "series.refusal.otherSide", values: { side: "SG20" } } },
    });
    await expectNothingStored();
  });

  it("tells a stranger that there is no such series", async () => {
    await expect(recordConsent(fixture.cast.stranger, input(), now)).rejects.toMatchObject({
      code: "not_found",
    });
    await expectNothingStored();
  });

  it.each([
    ["a decision of tomorrow (Geneva)", { decidedOn: "2027-01-06" }, "invalid"],
    ["another subject", { subjectId: "0192f0c1-2f5e-7c3e-8a55-3f0d7f3a4b11" }, "not_found"],
    ["an agenda that is none", { subject: "agenda" }, "not_found"],
    ["another side", { sideId: "0192f0c1-2f5e-7c3e-8a55-3f0d7f3a4b11" }, "not_found"],
    ["a version that was never there", { version: 7 }, "conflict"],
  ] as const)("refuses %s, and stores nothing", async (_what, change, code) => {
    await expect(recordConsent(fixture.cast.sg20Chair, input(change), now)).rejects.toMatchObject({ code });
    await expectNothingStored();
  });

  it("lets one of two people of a side through at the same time, and tells the other whose answer stands", async () => {
    const yes = recordConsent(fixture.cast.sg20Chair, input(), now);
    const no = recordConsent(fixture.cast.sg20Secretariat, input({ outcome: "not_agreed" }), now);
    const results = await Promise.allSettled([yes, no]);

    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({
      code: "conflict",
      words: { key: "series.refusal.consentChanged", values: { side: "SG20" } },
    });
    expect(await db.sideConsent.count()).toBe(1);
  });

  it("keeps both consents of two sides that come at the same time, and agrees the series", async () => {
    const results = await Promise.allSettled([
      recordConsent(fixture.cast.sg20Chair, input(), now),
      recordConsent(fixture.cast.sg2Chair, input({ sideId: fixture.sideA }), now),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    expect([await db.sideConsent.count(), await state()]).toEqual([2, "agreed"]);
  });

  it("never lets a person write the other side's consent while that side writes its own", async () => {
    const people: (keyof Cast)[] = ["sg20Chair", "sg2Chair", "sg2CoChair", "sg2Secretariat", "administrator"];
    const results = await Promise.allSettled(
      people.map((who) => recordConsent(fixture.cast[who], input(), now)),
    );
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", ...Array(4).fill("rejected")]);
    expect(await db.sideConsent.findMany({ select: { recordedById: true } })).toEqual([
      { recordedById: fixture.cast.sg20Chair.id },
    ]);
  });

  it("takes no “no” to a series that is under way", async () => {
    await db.jointSeries.update({ where: { id: fixture.id }, data: { state: "scheduling" } });
    await expect(
      recordConsent(fixture.cast.sg20Chair, input({ outcome: "not_agreed" }), now),
    ).rejects.toMatchObject({ code: "conflict", words: { key: "series.refusal.underWay" } });
    expect(await db.sideConsent.count()).toBe(0);
  });

  it("leaves the series where it is when its co-chairs are consented to", async () => {
    await recordConsent(fixture.cast.sg20Chair, input({ subject: "co_chairs" }), now);
    expect([await db.sideConsent.count(), await state()]).toEqual([1, "proposed"]);
  });
});

describe("recordConsentSchema", () => {
  it("keeps line ends of a comment as LF, and emoji and Arabic as written", () => {
    expect(recordConsentSchema.parse(input({ comment: "نعم 🙂\r\nyes" })).comment).toBe("نعم 🙂\nyes");
  });

  it.each([
    ["dates", { subject: "dates" }, "field.invalid"],
    ["no outcome", { outcome: "" }, "field.choose"],
    ["nobody who decided", { decidedBy: " " }, "field.required"],
    ["a line break in who decided", { decidedBy: "SG20\r\nBcc: x" }, "field.noLineBreaks"],
    ["a comment of 100,000 characters", { comment: "x".repeat(100_000) }, "field.tooLong"],
    ["a NUL byte in the evidence", { evidence: "a\0" }, "field.noControl"],
  ])("refuses %s", (_what, change, message) => {
    const parsed = recordConsentSchema.safeParse({ ...input(), ...change });
    expect(parsed.error?.issues[0]?.message).toBe(message);
  });
});
