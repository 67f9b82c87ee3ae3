import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { coChairs } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

describe("loadSeries", () => {
  it("gives both sides in order, with Questions and co-chairs, to everyone who has a part", async () => {
    const { stranger: _stranger, ...insiders } = series.cast;
    for (const actor of Object.values(insiders)) {
      const seen = await loadSeries(actor, series.reference);
      expect(
        seen.sides.map((side) => [side.letter, side.group.reference, side.questions[0]?.reference]),
      ).toEqual([
        ["A", "SG2", "Q1/2"],
        ["B", "SG20", "Q6/20"],
      ]);
      expect(coChairs(seen).map(({ name, office }) => [name, office])).toEqual([
        ["Paul First", "WP1/2 Chair"],
        ["Jun Second", "WP2/20 Chair"],
      ]);
    }
  });

  it("tells a stranger the same as it tells everybody of a series that does not exist", async () => {
    const refusal = { code: "not_found", words: { key: "refusal.notFound" } };
    await expect(loadSeries(series.cast.stranger, series.reference)).rejects.toMatchObject(refusal);
    await expect(loadSeries(series.cast.sg2CoChair, "no-such-series")).rejects.toMatchObject(refusal);
  });
});
