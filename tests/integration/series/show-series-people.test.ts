import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { showSeriesPeople } from "#lib/series/usecases/show-series-people";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

describe("showSeriesPeople", () => {
  it("lists people by side, co-chairs first, and whom the reader may invite to the own side", async () => {
    const { sides } = await showSeriesPeople(fixture.cast.sg2CoChair, fixture.reference);
    expect(sides.map(({ members }) => members.map(({ name, mayEnd }) => [name, mayEnd]))).toEqual([
      [
        ["Paul First", true],
        ["Dora Delegate", true],
      ],
      [
        ["Jun Second", false],
        ["Dev Delegate", false],
      ],
    ]);
    expect(sides.map(({ mayInvite }) => mayInvite)).toEqual([true, false]);
    expect(sides.map(({ candidates }) => candidates.map(({ name, roles }) => [name, roles]))).toEqual([
      [
        ["Carla Chair", [{ role: "chair", group: "SG2" }]],
        ["Sam Secretary", [{ role: "secretariat", group: "SG2" }]],
      ],
      [],
    ]);
  });

  it("shows no e-mail address to anybody", async () => {
    const people = await showSeriesPeople(fixture.cast.sg2CoChair, fixture.reference);
    expect(JSON.stringify(people)).not.toContain("@example.org");
  });

  it("offers nobody to invite once the series is over, and is not for a stranger", async () => {
    await db.jointSeries.update({ where: { id: fixture.id }, data: { state: "withdrawn" } });
    const { sides } = await showSeriesPeople(fixture.cast.sg2CoChair, fixture.reference);
    expect(sides.map(({ mayInvite, candidates }) => [mayInvite, candidates])).toEqual([
      [false, []],
      [false, []],
    ]);
    await expect(showSeriesPeople(fixture.cast.stranger, fixture.reference)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
