import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { consentToOpening } from "#lib/scheduling/usecases/consent-to-opening";
import { extendDeadline } from "#lib/scheduling/usecases/extend-deadline";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, CLOSES, DEADLINE, offerFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await offerFour(series);
});
afterAll(() => db.$disconnect());

const open = (hides: ("others" | "sides")[]) =>
  openPoll(
    series.cast.sg2CoChair,
    { reference: series.reference, ...DEADLINE, quorum: { A: 1, B: 1 }, hides },
    OPENED,
  );
const agree = (who: keyof JointSeriesFixture["cast"], setting: "others" | "sides", now = OPENED) =>
  consentToOpening(series.cast[who], { reference: series.reference, setting }, now);
const view = (who: keyof JointSeriesFixture["cast"], now = OPENED) =>
  viewDates(series.cast[who], series.reference, now);
const says = (who: keyof JointSeriesFixture["cast"], value: "yes" | "no") =>
  answer({ actor: series.cast[who], reference: series.reference }, { [slots[0] ?? ""]: value });
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });

describe("answers hidden until one has answered", () => {
  it("are in no total and no note before, and in all of them after", async () => {
    await open(["others"]);
    await says("sg20Delegate", "yes");
    await db.pollInvitee.updateMany({
      where: { answeredAt: { not: null } },
      data: { note: "only mornings" },
    });
    expect(JSON.stringify(await view("sg20Delegate"))).toContain("only mornings");
    const hidden = await view("sg2Delegate");
    expect(hidden.sight).toEqual({ letters: [], hiddenBy: "others" });
    expect(hidden.totals.every(({ sides }) => sides.length === 0)).toBe(true);
    expect(JSON.stringify(hidden)).not.toContain("only mornings");
    await says("sg2Delegate", "no");
    const seen = await view("sg2Delegate");
    expect(seen.totals[0]?.sides.map(({ yes }) => yes)).toEqual([0, 1]);
    expect(JSON.stringify(seen)).toContain("only mornings");
  });
});

describe("a side's answers hidden from the other side", () => {
  it("are in no total of the other side, of its secretariat, and of an administrator, until the deadline", async () => {
    await open(["sides"]);
    await says("sg20Delegate", "yes");
    const lettersFor = async (who: keyof JointSeriesFixture["cast"], now = OPENED) =>
      (await view(who, now)).totals[0]?.sides.map(({ letter }) => letter);
    expect(await lettersFor("sg20CoChair")).toEqual(["B"]);
    expect(await lettersFor("sg2CoChair")).toEqual(["A"]);
    expect(await lettersFor("sg2Secretariat")).toEqual(["A"]);
    expect(await lettersFor("administrator")).toEqual([]);
    expect(await lettersFor("administrator", CLOSES)).toEqual(["A", "B"]);
  });
});

describe("showing what is hidden", () => {
  it("takes the consent of both co-chairs, and the trail says who gave it", async () => {
    await open(["others", "sides"]);
    expect(await agree("sg2CoChair", "sides")).toBe(false);
    expect((await view("sg20CoChair")).openings).toMatchObject([
      { setting: "sides", sideId: series.sideA, by: "Paul First", agreedAt: OPENED },
    ]);
    expect(await agree("sg2CoChair", "sides")).toBe(false); // twice is not two sides
    expect(await agree("sg20CoChair", "sides")).toBe(true);
    expect(await db.datePoll.findFirst()).toMatchObject({ hidesOthers: true, hidesSides: false });
    expect(
      await db.auditEntry.findFirst({ where: { action: "answersOpen" }, orderBy: { id: "desc" } }),
    ).toMatchObject({
      personId: series.cast.sg20CoChair.id,
      after: { setting: "sides", sideIds: [series.sideB], shown: true },
    });
  });

  it("cannot be undone: no further consent is taken, and nothing hides again", async () => {
    await open(["sides"]);
    await agree("sg2CoChair", "sides");
    await agree("sg20CoChair", "sides");
    await expect(agree("sg2CoChair", "sides")).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.notHidden"),
    );
    expect(await db.datePoll.findFirst()).toMatchObject({ hidesSides: false });
  });

  it("switches off once when both agree at the same time", async () => {
    await open(["others"]);
    const said = await Promise.all([agree("sg2CoChair", "others"), agree("sg20CoChair", "others")]);
    expect(said.toSorted()).toEqual([false, true]);
    expect(await db.datePoll.findFirst()).toMatchObject({ hidesOthers: false });
  });

  it("is refused to everybody who is no co-chair, and nothing is stored", async () => {
    await open(["others"]);
    for (const who of ["sg2Delegate", "sg2Chair", "sg2Secretariat", "administrator"] as const)
      await expect(agree(who, "others")).rejects.toMatchObject({ code: "forbidden" });
    await expect(agree("stranger", "others")).rejects.toMatchObject({ code: "not_found" });
    expect(await db.pollOpening.count()).toBe(0);
  });

  it("is refused before the poll is open and once the dates are decided, and nothing is stored", async () => {
    await expect(agree("sg2CoChair", "others")).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.notOpen"),
    );
    await open(["others"]);
    await db.datePoll.updateMany({ data: { state: "decided" } });
    await expect(agree("sg2CoChair", "others", AFTER)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.decided"),
    );
    expect(await db.pollOpening.count()).toBe(0);
  });
});

describe("a poll that hides answers", () => {
  const close = () => closePoll(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
  const extend = (now: Date) =>
    extendDeadline(
      series.cast.sg2CoChair,
      { reference: series.reference, ...DEADLINE, day: "2027-01-20" },
      now,
    );
  const acts = () => db.auditEntry.count({ where: { action: { in: ["pollClose", "deadlineExtend"] } } });

  it.each(["others", "sides"] as const)("is not closed early by one co-chair alone: %s", async (setting) => {
    await open([setting]);
    await says("sg20Delegate", "yes");
    await agree("sg2CoChair", setting); // one side's consent is not both
    await expect(close()).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.hiddenUntilDeadline"),
    );
    expect(await db.datePoll.findFirst()).toMatchObject({ closesAt: CLOSES });
    expect(await acts()).toBe(0);
    expect((await view("sg2CoChair")).sight.hiddenBy).toBe(setting);
    await agree("sg20CoChair", setting);
    await close();
    expect(await db.datePoll.findFirst()).toMatchObject({ closesAt: OPENED });
  });

  it("may get a later deadline while it is open, and hides until that", async () => {
    await open(["sides"]);
    await extend(OPENED);
    expect((await view("sg2CoChair", AFTER)).sight).toEqual({ letters: ["A"], hiddenBy: "sides" });
  });

  it("is opened again only with all answers shown and by the consent of both sides", async () => {
    await open(["others", "sides"]);
    await says("sg20Delegate", "yes");
    await expect(extend(AFTER)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.shownAtDeadline"),
    );
    expect(await db.datePoll.findFirst()).toMatchObject({ closesAt: CLOSES });
    expect(await acts()).toBe(0);
    for (const setting of ["others", "sides"] as const) {
      await agree("sg2CoChair", setting, AFTER);
      await expect(extend(AFTER)).rejects.toMatchObject({ code: "conflict" });
      expect(await agree("sg20CoChair", setting, AFTER)).toBe(true);
    }
    await extend(AFTER);
    expect(await db.datePoll.findFirst()).toMatchObject({ closesAt: new Date("2027-01-20T16:00Z") });
    expect((await view("sg2Delegate", AFTER)).sight).toEqual({ letters: ["A", "B"], hiddenBy: null });
  });
});
