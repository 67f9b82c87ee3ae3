import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { flatLimits } from "#lib/rules/domain/limit-fields";
import { LIMITS, type RuleId, ruleOf } from "#lib/rules/domain/rules";
import type { ChangeRuleInput } from "#lib/rules/schema";
import { changeRule } from "#lib/rules/usecases/change-rule";
import { listRules } from "#lib/rules/usecases/list-rules";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { showRule } from "#lib/rules/usecases/show-rule";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { viewOffer } from "#lib/scheduling/usecases/view-offer";
import { waiveFinding } from "#lib/waivers/usecases/waive-finding";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});

const NOW = new Date(OPENED.getTime() + 3_600_000);

/** The rule as it is shipped, with another part. */
function edition(rule: RuleId, change: Partial<ChangeRuleInput> = {}): ChangeRuleInput {
  const { source, clause, edition: shipped, severity } = ruleOf(rule);
  const limits = { ...flatLimits(LIMITS, rule) } as ChangeRuleInput["limits"];
  return {
    ...{ rule, source, clause, edition: shipped, severity, limits, reason: "A.1 was revised", seen: "" },
    ...change,
  };
}

describe("changing a rule", () => {
  it("keeps every column, with who and why, and counts at once", async () => {
    const { administrator } = series.cast;
    const change = { clause: "9.9", edition: "01/2030", severity: "fail", limits: { months: 3 } } as const;
    await changeRule(administrator, edition("N1", change), NOW);

    expect(await db.ruleChange.findMany()).toMatchObject([
      {
        rule: "N1",
        source: "Rec. ITU-T A.1",
        ...change,
        reason: "A.1 was revised",
        changedById: administrator.id,
        changedAt: NOW,
      },
    ]);
    expect((await loadRuleSet(db)).limits.N1).toEqual({ months: 3 });
    const { rules } = await listRules(series.cast.stranger);
    expect(rules.filter((line) => line.change !== null)).toMatchObject([
      { rule: { id: "N1", severity: "fail", edition: "01/2030" }, change: { changedBy: "Ada Admin" } },
    ]);
    expect(await db.auditEntry.findMany({ where: { action: "ruleChange" } })).toMatchObject([
      {
        before: { severity: "warn", limits: { months: 2 } },
        after: { rule: "N1", severity: "fail", limits: { months: 3 } },
      },
    ]);
  });

  it("keeps the editions before, each as it was, and lets nobody change them", async () => {
    const { administrator } = series.cast;
    await changeRule(administrator, edition("N2", { limits: { days: 21 } }), NOW);
    const [first] = await db.ruleChange.findMany();
    await changeRule(
      administrator,
      edition("N2", { limits: { days: 28 }, seen: first?.id ?? "" }),
      new Date(NOW.getTime() + 1),
    );

    const { history, limits } = await showRule(series.cast.stranger, "N2");
    expect(limits.N2.days).toBe(28);
    expect(history.map((each) => each.limits.N2.days)).toEqual([28, 21]);
    await expect(db.ruleChange.deleteMany()).rejects.toThrow();
    await expect(db.ruleChange.updateMany({ data: { reason: "" } })).rejects.toThrow();
    expect(await db.ruleChange.count()).toBe(2);
  });

  it("is for administrators", async () => {
    for (const actor of [series.cast.sg2Secretariat, series.cast.sg2CoChair, series.cast.stranger])
      await expect(changeRule(actor, edition("N1", { severity: "show" }), NOW)).rejects.toMatchObject({
        code: "forbidden",
      });
    expect(await db.ruleChange.count()).toBe(0);
    expect((await showRule(series.cast.stranger, "N1")).mayChange).toBe(false);
    await expect(showRule(series.cast.administrator, "N9")).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses a form that saw an older edition, and one that changes nothing", async () => {
    const { administrator } = series.cast;
    await expect(changeRule(administrator, edition("N1"), NOW)).rejects.toMatchObject({ code: "conflict" });
    await changeRule(administrator, edition("N1", { severity: "fail" }), NOW);
    await expect(changeRule(administrator, edition("N1", { severity: "show" }), NOW)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await db.ruleChange.count()).toBe(1);
  });

  it("keeps one of two changes at once", async () => {
    const both = await Promise.allSettled(
      (["fail", "show"] as const).map((severity) =>
        changeRule(series.cast.administrator, edition("N1", { severity }), NOW),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.ruleChange.count()).toBe(1);
  });
});

describe("a poll that is open", () => {
  const findings = async (rule: string) =>
    (await viewDates(series.cast.sg2CoChair, series.reference, NOW)).findings.map((all) =>
      all.filter((finding) => finding.rule === rule).map(({ severity, cited }) => `${severity} ${cited}`),
    );

  it("is checked against the new edition as soon as it is in force", async () => {
    await openFour(series); // until 15 January; the first slot is on 16 March
    expect(await findings("N1")).toEqual([[], [], [], []]);
    await changeRule(
      series.cast.administrator,
      edition("N1", { severity: "fail", edition: "01/2030", limits: { months: 3 } }),
      NOW,
    );

    const cited = "fail Rec. ITU-T A.1 (01/2030) 2.3.3.10-11";
    expect(await findings("N1")).toEqual([[cited], [cited], [cited], [cited]]);
  });

  it("shows what was set aside before as set aside under the older edition", async () => {
    const [first = ""] = await openFour(series);
    const change = (seen: string, days: number, at: Date) =>
      changeRule(series.cast.administrator, edition("N2", { seen, limits: { days } }), at);
    await change("", 90, NOW);
    const waiver = { seriesId: series.id, rule: "N2", subjectId: first, about: "", reason: "Agreed" };
    await waiveFinding(series.cast.sg2CoChair, waiver, new Date(NOW.getTime() + 1_000));
    const waived = async () =>
      (await viewOffer(series.cast.sg2CoChair, series.reference, NOW)).slots[0]?.findings.find(
        ({ rule }) => rule === "N2",
      )?.waiver;

    expect(await waived()).toMatchObject({ reason: "Agreed", isUnderOlderRule: false });
    const { history } = await showRule(series.cast.administrator, "N2");
    await change(history[0]?.change.id ?? "", 100, new Date(NOW.getTime() + 2_000));
    expect(await waived()).toMatchObject({ reason: "Agreed", isUnderOlderRule: true });
  });
});
