import { beforeEach, describe, expect, it } from "vitest";
import { addCalendar } from "#lib/calendars/usecases/add-calendar";
import { editCalendar } from "#lib/calendars/usecases/edit-calendar";
import { importEdition, previewEdition } from "#lib/calendars/usecases/import-edition";
import { listCalendars } from "#lib/calendars/usecases/list-calendars";
import { removeCalendar } from "#lib/calendars/usecases/remove-calendar";
import { showCalendar } from "#lib/calendars/usecases/show-calendar";
import { db } from "#lib/db/client";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { offerFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});

const NOW = OPENED; // 4 January 2027
const sg20Calendar = (change: object = {}) => ({
  ...{ kind: "group" as const, title: "SG20 meetings", groupId: series.sg20, country: null },
  ...{ effect: "block" as const, ...change },
});
const korea = (effect: "warn" | "block" = "warn") =>
  sg20Calendar({ kind: "holidays", title: "Days off", groupId: null, country: "KR", effect });
const file = (calendarId: string, change: object = {}) => ({
  ...{
    calendarId,
    source: "Circular 12",
    asOf: "2027-01-02",
    floatingZone: "Europe/Zurich",
    fingerprint: "",
  },
  text: "title,opens,closes,place\nPlenary,2027-03-15,2027-03-16,Geneva\nWP2/20,2027-09-01,2027-09-02,\n",
  ...change,
});
/** Previews and then imports what was seen. */
async function bring(calendarId: string, change: object = {}, actor = series.cast.administrator) {
  const input = file(calendarId, change);
  const { fingerprint } = await previewEdition(actor, input, NOW);
  return importEdition(actor, { ...input, fingerprint }, NOW);
}
const acts = (action: string) => db.auditEntry.findMany({ where: { action } });

describe("adding a calendar", () => {
  it("keeps what was written, and who added it", async () => {
    const id = await addCalendar(series.cast.sg20Secretariat, sg20Calendar());

    expect(await db.calendar.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "group", title: "SG20 meetings", groupId: series.sg20, country: null, effect: "block" },
      ...{ isSample: false, version: 1 },
    });
    expect(await acts("calendarAdd")).toMatchObject([
      { personId: series.cast.sg20Secretariat.id, subjectId: id, after: { group: "SG20", effect: "block" } },
    ]);
  });

  it("is for administrators and the group's own secretariat; for holidays, any secretariat", async () => {
    const { sg2Secretariat, sg20CoChair, stranger } = series.cast;

    await expect(addCalendar(sg2Secretariat, sg20Calendar())).rejects.toMatchObject({ code: "forbidden" });
    await expect(addCalendar(sg20CoChair, korea())).rejects.toMatchObject({ code: "forbidden" });
    await expect(addCalendar(stranger, korea())).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.calendar.count()).toBe(0);
    expect(await addCalendar(sg2Secretariat, korea())).toEqual(expect.any(String));
  });

  it("refuses a country that does not exist and an unknown group", async () => {
    const { administrator } = series.cast;
    const unknown = "0198a000-0000-7000-8000-000000000000";

    await expect(addCalendar(administrator, { ...korea(), country: "XX" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(addCalendar(administrator, sg20Calendar({ groupId: unknown }))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db.calendar.count()).toBe(0);
  });
});

describe("importing a file", () => {
  it("stores what the preview showed, with source, as-of day and importer", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    const preview = await previewEdition(series.cast.administrator, file(id), NOW);
    expect(await db.calendarEdition.count()).toBe(0);
    expect(preview).toMatchObject({ entries: 2, removed: [], moved: [], unchanged: 0 });
    await importEdition(series.cast.administrator, file(id, { fingerprint: preview.fingerprint }), NOW);

    const view = await showCalendar(series.cast.stranger, id);
    expect(view).toMatchObject({
      mayKeep: false,
      editions: [
        { source: "Circular 12", asOf: "2027-01-02", importedBy: "Ada Admin", importedAt: NOW, entries: 2 },
      ],
      entries: [
        { key: "Plenary", opensOn: "2027-03-15", closesOn: "2027-03-16", place: "Geneva", startsAt: null },
        { key: "WP2/20", opensOn: "2027-09-01" },
      ],
    });
    expect(await acts("calendarImport")).toMatchObject([
      { after: { entries: 2, added: 2, asOf: "2027-01-02" } },
    ]);
  });

  it("supersedes the older edition, keeps it, and tells what is different", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    await bring(id);
    const text = "title,opens,closes\nPlenary,2027-03-22,2027-03-23\nNew,2027-10-01,2027-10-01\n";
    const difference = await bring(id, { text, asOf: "2027-01-03", source: "Circular 13" });

    expect(difference).toMatchObject({
      added: [{ key: "New" }],
      removed: [{ key: "WP2/20" }],
      moved: [{ before: { opensOn: "2027-03-15" }, after: { opensOn: "2027-03-22" } }],
    });
    const { editions, entries } = await showCalendar(series.cast.administrator, id);
    expect(editions).toMatchObject([
      { source: "Circular 13", supersededAt: null },
      { source: "Circular 12", supersededAt: NOW, entries: 2 },
    ]);
    expect(entries.map(({ key }) => key)).toEqual(["Plenary", "New"]);
  });

  it("reads times without a zone on the clock that was chosen, and says how many", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    const text =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270701T090000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";

    expect(await bring(id, { text, floatingZone: "Asia/Seoul" })).toMatchObject({ floating: 1 });
    expect((await showCalendar(series.cast.administrator, id)).entries).toMatchObject([
      { startsAt: new Date("2027-07-01T00:00Z"), endsAt: new Date("2027-07-01T01:00Z") },
    ]);
  });

  it("refuses an older source, a day to come, a wrong line and a file with nothing in it; stores nothing", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    await bring(id);
    const { administrator } = series.cast;
    const refused = (change: object) => expect(previewEdition(administrator, file(id, change), NOW)).rejects;

    await refused({ asOf: "2027-01-01" }).toMatchObject({ code: "invalid", fields: { asOf: [{}] } });
    await refused({ asOf: "2027-01-05" }).toMatchObject({ code: "invalid", fields: { asOf: [{}] } });
    await refused({ text: "title,opens\nA,never\n" }).toMatchObject({
      words: { key: "calendars.file.csvTime" },
    });
    await refused({ text: "title,opens\nA,2001-01-01\n" }).toMatchObject({
      words: { key: "calendars.import.nothing" },
    });
    expect(await db.calendarEdition.count()).toBe(1);
  });

  it("refuses whoever does not keep the calendar, before reading the file", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());

    for (const actor of [series.cast.sg2Secretariat, series.cast.sg20CoChair, series.cast.stranger]) {
      await expect(previewEdition(actor, file(id), NOW)).rejects.toMatchObject({ code: "forbidden" });
      await expect(importEdition(actor, file(id), NOW)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db.calendarEdition.count()).toBe(0);
  });

  it("keeps one of two imports at once: the other saw something that no longer holds", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    const input = file(id);
    const { fingerprint } = await previewEdition(series.cast.administrator, input, NOW);
    const both = await Promise.allSettled(
      [1, 2].map(() => importEdition(series.cast.administrator, { ...input, fingerprint }, NOW)),
    );

    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.calendarEdition.findMany()).toMatchObject([{ supersededAt: null }]);
  });
});

describe("changing and removing", () => {
  it("switches the effect, and refuses a form that saw an older version", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    const edit = { calendarId: id, version: 1, title: "SG20", effect: "warn" as const };
    await editCalendar(series.cast.sg20Secretariat, edit);

    await expect(editCalendar(series.cast.administrator, edit)).rejects.toMatchObject({ code: "conflict" });
    await expect(editCalendar(series.cast.stranger, { ...edit, version: 2 })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await listCalendars(series.cast.stranger)).calendars).toMatchObject([
      { calendar: { title: "SG20", effect: "warn", version: 2 }, current: null },
    ]);
    expect(await acts("calendarEdit")).toMatchObject([
      { before: { effect: "block" }, after: { effect: "warn" } },
    ]);
  });

  it("removes a calendar with its editions, for who keeps it", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar());
    await bring(id);
    await expect(removeCalendar(series.cast.stranger, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.calendarEntry.count()).toBe(2);
    await removeCalendar(series.cast.administrator, id);

    expect([await db.calendar.count(), await db.calendarEntry.count()]).toEqual([0, 0]);
    expect(await acts("calendarRemove")).toMatchObject([
      { subjectId: id, before: { title: "SG20 meetings" } },
    ]);
  });

  it("shows strangers' addresses nothing", async () => {
    await expect(showCalendar(series.cast.administrator, "nonsense")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("laid over the slots of a poll", () => {
  const findings = async () => {
    const view = await viewDates(series.cast.sg2CoChair, series.reference, NOW);
    return (view.findings[0] ?? [])
      .filter(({ rule }) => rule === "D1" || rule === "D2")
      .map(({ rule, severity, message }) => [
        rule,
        severity,
        message.values?.["name"],
        message.values?.["people"],
      ]);
  };
  beforeEach(() => offerFour(series)); // the first on 16 March

  it("counts the side's people for its plenary, and people of a country for its holiday", async () => {
    await db.person.updateMany({ where: { name: "Jun Second" }, data: { country: "KR" } });
    const [plenary, holidays] = [
      await addCalendar(series.cast.administrator, sg20Calendar()),
      await addCalendar(series.cast.administrator, korea()),
    ];
    await bring(plenary);
    await bring(holidays, { text: "title,opens\nSample day,2027-03-16\n" });

    expect(await findings()).toEqual([
      ["D1", "fail", "SG20", 2],
      ["D2", "warn", "KR", 1],
    ]);
  });

  it("follows the effect of the calendar at once, and forgets a removed one", async () => {
    const id = await addCalendar(series.cast.administrator, sg20Calendar({ effect: "warn" }));
    await bring(id);
    expect(await findings()).toEqual([["D1", "warn", "SG20", 2]]);
    await removeCalendar(series.cast.administrator, id);

    expect(await findings()).toEqual([]);
  });
});
