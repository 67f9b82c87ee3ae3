import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { rankPoll } from "#lib/decisions/usecases/rank-poll";
import { remindDue } from "#lib/jobs/remind";
import { confirmMeeting } from "#lib/meetings/usecases/confirm-meeting";
import { showHome } from "#lib/overview/usecases/show-home";
import { showSeriesOverview } from "#lib/overview/usecases/show-series-overview";
import { showSeriesRibbon } from "#lib/overview/usecases/show-series-ribbon";
import { flatLimits } from "#lib/rules/domain/limit-fields";
import { LIMITS, type RuleId, ruleOf } from "#lib/rules/domain/rules";
import type { ChangeRuleInput } from "#lib/rules/schema";
import { changeRule } from "#lib/rules/usecases/change-rule";
import { addReminder } from "#lib/scheduling/usecases/set-reminders";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { makeMeeting } from "../../support/meeting.ts";
import { AFTER, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

/** Puts another edition of a rule in force, with these limits and this weight. */
const putInForce = (
  rule: RuleId,
  limits: ChangeRuleInput["limits"] = {},
  severity = ruleOf(rule).severity,
) => {
  const { source, clause, edition } = ruleOf(rule);
  const all = { ...flatLimits(LIMITS, rule), ...limits } as ChangeRuleInput["limits"];
  const change = { rule, source, clause, edition, severity, limits: all, reason: "Revised", seen: "" };
  return changeRule(series.cast.administrator, change, OPENED);
};
const coChair = () => series.cast.sg2CoChair;

it("counts the notice on the ribbon and in what is waited for as N2 has it now", async () => {
  await db.jointSeries.updateMany({ data: { state: "running" } });
  await makeMeeting(series.id);
  const due = async () => {
    const { stops } = await showSeriesRibbon(coChair(), series.reference, OPENED);
    const { waiting } = await showSeriesOverview(coChair(), series.reference, OPENED);
    const { mine, others } = await showHome(coChair(), OPENED);
    return [
      stops.find(({ key }) => key === "announced")?.on,
      waiting.find(({ key }) => key === "announcement")?.until,
      [...mine, ...others].find(({ key }) => key === "announcement")?.until,
    ];
  };
  expect(await due()).toEqual(["2027-02-15", "2027-02-15", "2027-02-15"]);
  await putInForce("N2", { days: 30 });
  expect(await due()).toEqual(["2027-01-30", "2027-01-30", "2027-01-30"]);
});

it("counts back from the target meeting as D7 has it now: deadlines, ribbon, usual aims", async () => {
  await db.jointSeries.updateMany({ data: { targetOpensOn: new Date("2027-05-31") } });
  await openFour(series);
  const days = async () => {
    const { deadlines } = await showSeriesOverview(coChair(), series.reference, OPENED);
    const { stops } = await showSeriesRibbon(coChair(), series.reference, OPENED);
    const { targets } = await showHome(coChair(), OPENED);
    const { usual } = await rankPoll(coChair(), { reference: series.reference, address: {} }, { now: AFTER });
    const report = stops.find(({ key }) => key === "report")?.on;
    return [deadlines?.available, targets[0]?.deadlines.available, report, usual.notAfter];
  };
  expect(await days()).toEqual(["2027-05-24", "2027-05-24", "2027-05-24", "2027-05-19"]);
  await putInForce("D7", { availableDays: 14 });
  expect(await days()).toEqual(["2027-05-17", "2027-05-17", "2027-05-17", "2027-05-12"]);
});

it("takes the night of D3 as it is now: where slots are drawn, in the chooser, and for reminders", async () => {
  await openFour(series);
  const nights = async () => [
    (await viewOffer(coChair(), series.reference, OPENED)).context.rules.limits.D3.night,
    (await rankPoll(coChair(), { reference: series.reference, address: {} }, { now: AFTER })).ranking?.hours
      .night,
  ];
  expect(await nights()).toEqual([LIMITS.D3.night, LIMITS.D3.night]);
  await putInForce("D3", { "night.from": 21 * 60, "night.to": 14 * 60 });
  const changed = { from: 21 * 60, to: 14 * 60 };
  expect(await nights()).toEqual([changed, changed]);
  const at = { day: "2027-01-13", clock: "13:00", timeZone: "Europe/Zurich" };
  await addReminder(coChair(), { reference: series.reference, ...at }, OPENED);
  expect(await remindDue(new Date("2027-01-13T12:00:00Z"))).toBe(1); // 17:30 in Kolkata alone is no night
});

it("lets a meeting be confirmed without a side when the edition of N5 in force only warns", async () => {
  await makeMeeting(series.id);
  const confirm = () =>
    confirmMeeting(coChair(), { reference: series.reference, sequence: 1, version: 1 }, OPENED);
  await expect(confirm()).rejects.toMatchObject({ words: { key: "meetings.N5.message" } });
  await putInForce("N5", {}, "warn");
  await confirm();
  expect((await db.meeting.findFirstOrThrow()).status).toBe("confirmed");
});

it("checks by the rules in force also before the first slot is offered", async () => {
  await putInForce("D6", { longAboveMinutes: 90 });
  const { rules } = await viewDates(coChair(), series.reference, OPENED);
  expect(rules.limits.D6.longAboveMinutes).toBe(90);
});
