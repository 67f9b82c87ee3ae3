import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { listHistory } from "#lib/overview/usecases/list-history";
import { showHome } from "#lib/overview/usecases/show-home";
import { showSeriesOverview } from "#lib/overview/usecases/show-series-overview";
import { showSeriesRibbon } from "#lib/overview/usecases/show-series-ribbon";
import type { Actor } from "#lib/people/domain/actor";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const now = new Date("2027-01-10T10:00:00Z");
const HOUR = 3_600_000;

let fixture: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  fixture = await makeJointSeries("proposed");
});
afterAll(() => db.$disconnect());

const agree = (actor: Actor, sideId: string) =>
  recordConsent(
    actor,
    {
      ...{ seriesId: fixture.id, sideId, subject: "series", subjectId: fixture.id, outcome: "agreed" },
      ...{
        method: "meeting",
        decidedBy: "SG",
        decidedOn: "2027-01-09",
        evidence: "",
        comment: "",
        version: 0,
      },
    },
    now,
  );

async function openPoll() {
  const { sideA, sideB, cast } = fixture;
  await db.jointSeries.update({
    where: { id: fixture.id },
    data: { state: "scheduling", targetOpensOn: new Date("2027-05-24") },
  });
  await db.datePoll.create({
    data: {
      ...{ seriesId: fixture.id, state: "open", quorum: { A: 1, B: 1 } },
      ...{ openedAt: now, closesAt: new Date(now.getTime() + 48 * HOUR) },
      invitees: {
        create: [
          { personId: cast.sg2Delegate.id, sideId: sideA, answeredAt: now },
          { personId: cast.sg20Delegate.id, sideId: sideB },
        ],
      },
    },
  });
}

async function planMeetings() {
  await db.jointSeries.update({ where: { id: fixture.id }, data: { state: "running" } });
  for (const [index, day] of ["2027-03-02", "2027-03-30"].entries()) {
    await db.meeting.create({
      data: {
        ...{
          seriesId: fixture.id,
          sequence: index + 1,
          calendarUid: `m${index}@example.org`,
          createdAt: now,
        },
        ...{ startsAt: new Date(`${day}T08:00:00Z`), endsAt: new Date(`${day}T10:00:00Z`) },
      },
    });
  }
}

describe("showHome", () => {
  it("puts first what this person alone can do, and what others do after it", async () => {
    const home = await showHome(fixture.cast.sg20Chair, now);
    expect(home.mine.map(({ key, series }) => [key, series.reference])).toEqual([
      ["welcome-" + (await coChairId(fixture.cast.sg2CoChair)), fixture.reference],
      ["series-B", fixture.reference],
    ]);
    expect(home.others.map(({ key }) => key)).toContain("series-A");
  });
  const coChairId = async ({ id }: Actor) =>
    (await db.seriesMember.findFirstOrThrow({ where: { personId: id, role: "co_chair" } })).id;

  it("shows open polls to those invited, with whether they have answered", async () => {
    await openPoll();
    const mine = await showHome(fixture.cast.sg20Delegate, now);
    const series = { reference: fixture.reference, title: "IoT identification and NNAI" };
    const closesAt = new Date(now.getTime() + 48 * HOUR);
    expect(mine.polls).toEqual([{ series, sequence: null, closesAt, hasAnswered: false }]);
    expect(mine.mine.map(({ key }) => key)).toEqual(["answers"]);
    expect((await showHome(fixture.cast.sg2Delegate, now)).polls).toEqual([
      { series, sequence: null, closesAt, hasAnswered: true },
    ]);
    expect((await showHome(fixture.cast.sg2Chair, now)).polls).toEqual([]);
    expect((await showHome(fixture.cast.sg20Delegate, closesAt)).polls).toEqual([]);
  });

  it("shows the meetings to come in time order, and the days before a known target", async () => {
    await openPoll();
    await planMeetings();
    const home = await showHome(fixture.cast.sg2Delegate, new Date("2027-03-02T10:00:01Z"));
    expect(home.meetings.map(({ sequence }) => sequence)).toEqual([2]);
    expect(home.targets).toMatchObject([
      {
        group: "TSAG",
        series: [{ reference: fixture.reference }],
        opensOn: "2027-05-24",
        deadlines: { contribution: "2027-05-12", available: "2027-05-17" },
      },
    ]);
  });

  it("is empty for a stranger", async () => {
    expect(await showHome(fixture.cast.stranger, now)).toEqual({
      ...{ mine: [], others: [], meetings: [], polls: [], targets: [] },
    });
  });
});

describe("showSeriesOverview", () => {
  it("gives where each side stands, what is waited for and what this person may do", async () => {
    await agree(fixture.cast.sg2CoChair, fixture.sideA);
    const overview = await showSeriesOverview(fixture.cast.sg20CoChair, fixture.reference, now);
    expect(overview.consents.map(({ outcome, version }) => [outcome, version])).toEqual([
      ["agreed", 1],
      ["missing", 0],
    ]);
    expect(overview.consents[0]?.latest?.recordedBy).toBe("Paul First");
    expect(overview.waiting.filter(({ mine }) => mine)[0]).toMatchObject({ mine: true });
    expect(overview).toMatchObject({ speaksFor: [fixture.sideB], mayEdit: true, deadlines: null });
    expect(overview.welcomes).toHaveLength(1);
  });

  it("offers nothing to a delegate and nothing at all to a stranger", async () => {
    const overview = await showSeriesOverview(fixture.cast.sg2Delegate, fixture.reference, now);
    expect(overview).toMatchObject({ speaksFor: [], welcomes: [], mayEdit: false });
    expect(overview.waiting.some(({ mine }) => mine)).toBe(false);
    await expect(showSeriesOverview(fixture.cast.stranger, fixture.reference, now)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("showSeriesRibbon", () => {
  it("takes the day on which the series was agreed from the trail", async () => {
    await agree(fixture.cast.sg2CoChair, fixture.sideA);
    await agree(fixture.cast.sg20CoChair, fixture.sideB);
    const { stops } = await showSeriesRibbon(fixture.cast.sg2Delegate, fixture.reference, now);
    const agreed = stops.find(({ key }) => key === "agreed");
    expect(agreed?.state).toBe("done");
    expect(agreed?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(stops.find(({ key }) => key === "poll")?.state).toBe("next");
  });

  it("is not for a stranger", async () => {
    await expect(showSeriesRibbon(fixture.cast.stranger, fixture.reference, now)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("listHistory", () => {
  const read = (before: string | null) =>
    listHistory(fixture.cast.sg2Delegate, { reference: fixture.reference, before }, now);

  it("reads the trail of this series alone, newest first, page by page, each entry once", async () => {
    for (let count = 1; count <= 120; count += 1) {
      await db.auditEntry.create({
        data: {
          ...{ action: "seriesEdit", subjectType: "series", subjectId: fixture.id, actorName: "Paul First" },
          ...{ seriesId: fixture.id, after: { title: `T${count}` } },
        },
      });
    }
    await db.auditEntry.create({
      data: { action: "personInvite", subjectType: "person", subjectId: "x", actorName: "Somebody" },
    });
    const titles: unknown[] = [];
    let before: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read(before);
      titles.push(...page.acts.map(({ after }) => (after as { title: string }).title));
      before = page.olderThan;
      pages += 1;
    } while (before);
    expect(pages).toBe(3);
    expect(titles).toEqual(Array.from({ length: 120 }, (_, index) => `T${120 - index}`));
  });

  it.each(["", "x", "' or 1=1", "------------------------------------"])(
    "begins at the newest when the page is asked for with “%s”",
    async (before) => {
      expect(await read(before)).toEqual({ acts: [], olderThan: null });
    },
  );

  it("is not for a stranger", async () => {
    await expect(
      listHistory(fixture.cast.stranger, { reference: fixture.reference, before: null }, now),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
