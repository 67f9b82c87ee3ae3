import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { DUTIES } from "#lib/agendas/domain/agenda";
import { saveAgenda } from "#lib/agendas/usecases/save-agenda";
import { showAgenda } from "#lib/agendas/usecases/show-agenda";
import { db } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { FIRST_START, makeMeeting } from "../../support/meeting.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  await makeMeeting(series.id, { joiningLink: "https://meet.example.org/secret" });
});
afterAll(() => db.$disconnect());

const key = () => ({ reference: series.reference, sequence: 1 });

describe("showAgenda", () => {
  it("shows the duty items, fitted to the meeting, while nobody has saved any; and stores nothing", async () => {
    const { agenda, meeting } = await showAgenda(series.cast.sg20Delegate, key());
    expect(agenda.items.map(({ duty }) => duty)).toEqual(DUTIES);
    expect(agenda.items[0]).toEqual({
      ...{ id: null, title: "Opening and roll call of both sides", owner: "", minutes: 5 },
      ...{ documents: [], expectedOutcome: "", duty: "opening" },
    });
    expect(agenda.items.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120);
    expect(agenda).toMatchObject({ version: 0, saved: null });
    expect(meeting.start).toEqual(FIRST_START);
    expect(await db.agenda.count()).toBe(0);
  });

  it("is read by everybody who sees the series and edited by the co-chairs", async () => {
    const { stranger, ...insiders } = series.cast;
    const editors: string[] = [];
    for (const actor of Object.values(insiders)) {
      if ((await showAgenda(actor, key())).mayEdit) editors.push(actor.name);
    }
    expect(editors).toEqual(["Paul First", "Jun Second"]);
    await expect(showAgenda(stranger, key())).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows one's own saved agenda to the other side", async () => {
    const { agenda } = await showAgenda(series.cast.sg2CoChair, key());
    await saveAgenda(series.cast.sg2CoChair, { ...key(), version: 0, items: agenda.items.slice(0, 2) });
    const shown = await showAgenda(series.cast.sg20CoChair, key());
    expect(shown.agenda.items.map(({ duty }) => duty)).toEqual(["opening", "agenda"]);
  });

  it("never carries the joining link", async () => {
    expect(JSON.stringify(await showAgenda(series.cast.sg2CoChair, key()))).not.toContain("secret");
  });

  it("says of a meeting that does not exist what it says of one that is not for the reader", async () => {
    for (const sequence of [0, 2, 999]) {
      const lost = showAgenda(series.cast.sg2CoChair, { ...key(), sequence });
      await expect(lost).rejects.toMatchObject({ code: "not_found", words: { key: "refusal.notFound" } });
    }
  });
});
