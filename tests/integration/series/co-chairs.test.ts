import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { coChairs } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { putForwardCoChair } from "#lib/series/usecases/put-forward-co-chair";
import { welcomeCoChair } from "#lib/series/usecases/welcome-co-chair";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-05T22:30:00Z"); // 5 January in Geneva

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const memberOf = async (personId: string) =>
  db.seriesMember.findFirstOrThrow({ where: { personId, role: "co_chair" } });
const acts = () => db.auditEntry.findMany({ orderBy: { at: "asc" } });

describe("welcomeCoChair", () => {
  it("keeps who of the other side welcomed the co-chair, and when", async () => {
    const { id } = await memberOf(fixture.cast.sg20CoChair.id);
    await welcomeCoChair(fixture.cast.sg2Chair, { seriesId: fixture.id, memberId: id }, now);

    expect(await memberOf(fixture.cast.sg20CoChair.id)).toMatchObject({
      ...{ welcomedAt: now, welcomedById: fixture.cast.sg2Chair.id },
    });
    expect(await memberOf(fixture.cast.sg2CoChair.id)).toMatchObject({
      welcomedAt: null,
      welcomedById: null,
    });
    expect(await acts()).toMatchObject([
      { action: "coChairWelcome", actorName: "Carla Chair", after: { name: "Jun Second", side: "SG20" } },
    ]);
  });

  it.each(["sg20Chair", "sg20CoChair", "sg20Secretariat", "sg2Delegate", "administrator"] as const)(
    "does not let %s welcome the co-chair of SG20",
    async (who) => {
      const { id } = await memberOf(fixture.cast.sg20CoChair.id);
      const input = { seriesId: fixture.id, memberId: id };
      await expect(welcomeCoChair(fixture.cast[who], input, now)).rejects.toMatchObject({
        code: "forbidden",
      });
      expect((await memberOf(fixture.cast.sg20CoChair.id)).welcomedAt).toBeNull();
      expect(await acts()).toEqual([]);
    },
  );

  it("welcomes once when two people do it at the same time", async () => {
    const { id } = await memberOf(fixture.cast.sg20CoChair.id);
    const input = { seriesId: fixture.id, memberId: id };
    const results = await Promise.allSettled([
      welcomeCoChair(fixture.cast.sg2Chair, input, now),
      welcomeCoChair(fixture.cast.sg2CoChair, input, now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "conflict",
    });
    expect(await acts()).toHaveLength(1);
  });

  it("welcomes no participant and nobody of another series", async () => {
    const { id } = await db.seriesMember.findFirstOrThrow({ where: { role: "participant" } });
    for (const memberId of [id, fixture.id]) {
      await expect(
        welcomeCoChair(fixture.cast.sg2Chair, { seriesId: fixture.id, memberId }, now),
      ).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("putForwardCoChair", () => {
  const input = async () => ({
    ...{ seriesId: fixture.id, sideId: fixture.sideB, office: "WP1/20 Chair" },
    ...{ name: "Mina Third", email: "mina.third@example.org" },
    replacesId: (await memberOf(fixture.cast.sg20CoChair.id)).id,
  });

  it("replaces the side's co-chair from today on, keeps the former one's days, and waits for a welcome", async () => {
    await putForwardCoChair(fixture.cast.sg20Chair, await input(), now);

    const rows = await db.seriesMember.findMany({
      where: { sideId: fixture.sideB, role: "co_chair" },
      include: { person: true },
      orderBy: { fromDay: "asc" },
    });
    expect(rows).toMatchObject([
      { person: { name: "Jun Second" }, fromDay: new Date("2025-01-01"), toDay: new Date("2027-01-04") },
      {
        ...{ person: { name: "Mina Third", email: "mina.third@example.org" }, office: "WP1/20 Chair" },
        ...{ fromDay: new Date("2027-01-05"), toDay: null, putForwardAt: now, welcomedAt: null },
      },
    ]);
    const series = await loadSeries(fixture.cast.sg2Chair, fixture.reference, { now });
    expect(coChairs(series).map(({ name }) => name)).toEqual(["Paul First", "Mina Third"]);
    expect((await acts()).map(({ action, before, after }) => [action, before, after])).toEqual([
      ["personInvite", null, { name: "Mina Third" }],
      [
        "coChairPutForward",
        { name: "Jun Second", office: "WP2/20 Chair" },
        { side: "SG20", name: "Mina Third", office: "WP1/20 Chair" },
      ],
    ]);
  });

  it("gives a side its first co-chair", async () => {
    const { id } = await memberOf(fixture.cast.sg20CoChair.id);
    await db.seriesMember.delete({ where: { id } });
    await putForwardCoChair(fixture.cast.sg20Chair, { ...(await inputWithout()), replacesId: null }, now);
    const series = await loadSeries(fixture.cast.sg2Chair, fixture.reference, { now });
    expect(coChairs(series).map(({ name }) => name)).toEqual(["Paul First", "Mina Third"]);
  });
  const inputWithout = async () => ({
    ...{ seriesId: fixture.id, sideId: fixture.sideB, office: "" },
    ...{ name: "Mina Third", email: "mina.third@example.org" },
  });

  it("refuses the other side, the present co-chair, the other side's people and a form that is out of date", async () => {
    const given = await input();
    const { sg2Chair, sg20Chair } = fixture.cast;
    const refused = async (promise: Promise<void>, code: string) => {
      await expect(promise).rejects.toMatchObject({ code });
      expect(await db.seriesMember.count({ where: { role: "co_chair" } })).toBe(2);
      expect([await db.person.count({ where: { name: "Mina Third" } }), await acts()]).toEqual([0, []]);
    };
    await refused(putForwardCoChair(sg2Chair, given, now), "forbidden");
    await refused(
      putForwardCoChair(sg20Chair, { ...given, email: "jun.second@example.org" }, now),
      "conflict",
    );
    await refused(
      putForwardCoChair(sg20Chair, { ...given, email: "dora.delegate@example.org" }, now),
      "conflict",
    );
    await refused(putForwardCoChair(sg20Chair, { ...given, replacesId: null }, now), "conflict");
  });

  it("lets one of two people through who put different co-chairs forward at the same time", async () => {
    const given = await input();
    const results = await Promise.allSettled([
      putForwardCoChair(fixture.cast.sg20Chair, given, now),
      putForwardCoChair(fixture.cast.sg20Secretariat, { ...given, email: "nils.fourth@example.org" }, now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      await db.seriesMember.count({ where: { sideId: fixture.sideB, role: "co_chair", toDay: null } }),
    ).toBe(1);
  });
});
