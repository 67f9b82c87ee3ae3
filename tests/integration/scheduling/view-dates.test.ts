import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
});
afterAll(() => db.$disconnect());

describe("viewDates", () => {
  it("shows totals per side, who has not answered, findings and rights, and no address", async () => {
    const [first = "", second = ""] = slots;
    await answer(
      { token: await mailedToken("dora.delegate@example.org") },
      { [first]: "yes", [second]: "no" },
    );
    await answer({ token: await mailedToken("jun.second@example.org") }, { [first]: "if_need_be" });
    const view = await viewDates(series.cast.sg20CoChair, series.reference, OPENED);
    expect(view).toMatchObject({ phase: "open", mayRun: true, mayAnswer: true, newcomers: 0 });
    expect(view.totals[0]).toMatchObject({
      ...{ slotId: first, quorate: true },
      sides: [
        { letter: "A", yes: 1, ifNeedBe: 0, no: 0, unanswered: 1, able: 1, quorum: 1, reached: true },
        { letter: "B", yes: 0, ifNeedBe: 1, no: 0, unanswered: 1, able: 1, quorum: 1, reached: true },
      ],
    });
    expect(view.totals[1]).toMatchObject({ quorate: false });
    expect(view.asked.map(({ name, letter, state }) => [name, letter, state])).toEqual([
      ["Dev Delegate", "B", "none"],
      ["Dora Delegate", "A", "part"],
      ["Jun Second", "B", "part"],
      ["Paul First", "A", "none"],
    ]);
    expect(view.findings[0]?.map(({ rule }) => rule)).toEqual(["D3", "D3", "D4"]);
    expect(JSON.stringify(view)).not.toContain("@");
  });

  it("shows meetings of both sides' study groups and working parties that are in the way", async () => {
    const meeting = (groupId: string) => ({
      ...{ groupId, title: "Plenary", source: "itu.int", asOf: new Date("2027-01-01") },
      ...{ opensOn: new Date("2027-03-15"), closesOn: new Date("2027-03-16") },
    });
    const wp = await db.group.findFirstOrThrow({ where: { reference: "WP2/20" } });
    await db.groupMeeting.createMany({ data: [meeting(series.sg2), meeting(wp.id), meeting(series.tsag)] });
    const { findings } = await viewDates(series.cast.sg2Chair, series.reference, OPENED);
    expect(
      findings[0]?.filter(({ rule }) => rule === "D1").map(({ message }) => message.values?.["name"]),
    ).toEqual(["SG2", "WP2/20"]);
    expect(findings[1]?.filter(({ rule }) => rule === "D1")).toEqual([]);
  });

  it("is for those who may see the series, and lets only co-chairs run the poll", async () => {
    await expect(viewDates(series.cast.stranger, series.reference, OPENED)).rejects.toMatchObject({
      code: "not_found",
    });
    const view = await viewDates(series.cast.sg2Secretariat, series.reference, OPENED);
    expect(view).toMatchObject({ mayRun: false, mayAnswer: false });
  });
});
