import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "#lib/db/client";
import type { EditSeriesInput } from "#lib/series/schema";
import { advanceSeries } from "#lib/series/usecases/advance-series";
import { closeSeries } from "#lib/series/usecases/close-series";
import { editSeries } from "#lib/series/usecases/edit-series";
import { listMySeries } from "#lib/series/usecases/list-my-series";
import { withdrawSeries } from "#lib/series/usecases/withdraw-series";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z");

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const row = () => db.jointSeries.findUniqueOrThrow({ where: { id: fixture.id } });
const input = (change: Partial<EditSeriesInput> = {}): EditSeriesInput => ({
  ...{
    seriesId: fixture.id,
    version: 1,
    title: "Naming",
    topic: "The line",
    output: "Report",
    format: "hybrid",
  },
  ...{ meetingCount: 4, mandate: { reference: "39A1/2", text: "Report." }, mandateStatus: "ongoing" },
  target: { group: "SG20", month: null, opensOn: "2027-05-24" },
  ...change,
});

describe("editSeries", () => {
  it("stores every fact, counts the version up and keeps before and after", async () => {
    await editSeries(fixture.cast.sg20CoChair, input(), now);
    expect(await row()).toMatchObject({
      ...{ reference: fixture.reference, state: "agreed", version: 2 },
      ...{ title: "Naming", topic: "The line", output: "Report", format: "hybrid", meetingCount: 4 },
      ...{ mandateReference: "39A1/2", mandateText: "Report.", mandateStatus: "ongoing" },
      ...{ targetGroupId: fixture.sg20, targetMonth: null, targetOpensOn: new Date("2027-05-24") },
    });
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "seriesEdit",
        before: { title: "IoT identification and NNAI", meetingCount: 3, targetGroup: "TSAG" },
        after: { title: "Naming", meetingCount: 4, targetGroup: "SG20" },
      },
    ]);
  });

  it("refuses all but co-chairs and secretariats, unknown targets and stale forms, and stores nothing", async () => {
    const before = await row();
    for (const who of ["sg2Chair", "sg2Delegate", "administrator"] as const) {
      await expect(editSeries(fixture.cast[who], input(), now)).rejects.toMatchObject({ code: "forbidden" });
    }
    const unknown = input({ target: { group: "XX", month: null, opensOn: null } });
    await expect(editSeries(fixture.cast.sg2CoChair, unknown, now)).rejects.toMatchObject({
      fields: { "target.group": [{ key: "series.problem.unknownGroup" }] },
    });
    await expect(editSeries(fixture.cast.sg2CoChair, input({ version: 0 }), now)).rejects.toMatchObject({
      code: "conflict",
    });
    expect([await row(), await db.auditEntry.count()]).toEqual([before, 0]);
  });

  it("keeps one of two edits that saw the same version", async () => {
    const results = await Promise.allSettled([
      editSeries(fixture.cast.sg2CoChair, input({ title: "One" }), now),
      editSeries(fixture.cast.sg20CoChair, input({ title: "Two" }), now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([(await row()).version, await db.auditEntry.count()]).toEqual([2, 1]);
  });
});

describe("advanceSeries", () => {
  it("moves the series in the caller's transaction, once for any number of calls", async () => {
    const advance = () => transaction((tx) => advanceSeries(tx, fixture.id, "poll_opened"));
    expect(await Promise.all([advance(), advance(), advance()])).toEqual(Array(3).fill("scheduling"));
    expect((await row()).state).toBe("scheduling");
    expect(await db.auditEntry.count({ where: { action: "seriesAdvance" } })).toBe(1);
  });

  it("takes the caller's change back when the series is not that far", async () => {
    const tooEarly = transaction(async (tx) => {
      await tx.jointSeries.update({ where: { id: fixture.id }, data: { title: "Lost" } });
      await advanceSeries(tx, fixture.id, "report_submitted");
    });
    await expect(tooEarly).rejects.toMatchObject({ code: "conflict" });
    expect(await row()).toMatchObject({ title: "IoT identification and NNAI", state: "agreed" });
  });
});

describe("withdrawSeries and closeSeries", () => {
  const reason = { reason: "TSAG took it over." };

  it("withdraws for a reason that stays, and then takes no change", async () => {
    await withdrawSeries(fixture.cast.sg20Chair, { seriesId: fixture.id, ...reason }, now);
    expect((await row()).state).toBe("withdrawn");
    expect(await db.auditEntry.findFirst({ where: { action: "seriesWithdraw" } })).toMatchObject({
      after: { side: "SG20", reason: "TSAG took it over." },
    });
    await expect(editSeries(fixture.cast.sg2CoChair, input(), now)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("lets nobody withdraw who speaks for no side, and nobody close before the report was submitted", async () => {
    const end = { seriesId: fixture.id, ...reason };
    await expect(withdrawSeries(fixture.cast.administrator, end, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(closeSeries(fixture.cast.sg2CoChair, end, now)).rejects.toMatchObject({ code: "conflict" });
    await expect(closeSeries(fixture.cast.sg2Chair, end, now)).rejects.toMatchObject({ code: "forbidden" });
    expect([(await row()).state, await db.auditEntry.count()]).toEqual(["agreed", 0]);
  });

  it("closes a series whose report was submitted", async () => {
    await db.jointSeries.update({ where: { id: fixture.id }, data: { state: "submitted" } });
    await closeSeries(fixture.cast.sg2Secretariat, { seriesId: fixture.id, ...reason }, now);
    expect((await row()).state).toBe("closed");
  });
});

it("lists the series of a person, and none for a stranger", async () => {
  expect((await listMySeries(fixture.cast.sg20Delegate, now)).map(({ id }) => id)).toEqual([fixture.id]);
  expect(await listMySeries(fixture.cast.stranger, now)).toEqual([]);
});
