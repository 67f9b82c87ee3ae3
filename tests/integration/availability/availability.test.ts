import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addOnceSchema, addStaySchema, addWeeklySchema, usualHoursSchema } from "#lib/availability/schema";
import { addEngagement } from "#lib/availability/usecases/add-engagement";
import { addStay } from "#lib/availability/usecases/add-stay";
import { removeEntry } from "#lib/availability/usecases/remove-entry";
import { setHours } from "#lib/availability/usecases/set-hours";
import { showAvailability } from "#lib/availability/usecases/show-availability";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let own: Actor;
let other: Actor;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  own = series.cast.sg20Delegate;
  other = series.cast.stranger;
});
afterAll(() => db.$disconnect());

const SEOUL = { timeZone: "Asia/Seoul", fromDay: "2027-03-22", toDay: "2027-03-26" };
const WEEKLY = {
  kind: "soft",
  title: "School run",
  weekday: 2,
  fromClock: "14:00",
  toClock: "00:00",
} as const;
const ONCE = {
  ...({ kind: "hard", title: "Leave", fromDay: "2027-04-05", fromClock: "00:00" } as const),
  ...{ toDay: "2027-04-07", toClock: "00:00", timeZone: "Europe/Zurich" },
};
const HOURS = {
  ...({ fromClock: "09:00", toClock: "17:30", weekdays: [1, 2, 3], outside: "no", inside: "yes" } as const),
};

describe("the standing profile", () => {
  it("keeps stays, engagements and hours with all they say, and the trail tells nothing of them", async () => {
    const stay = await addStay(own, SEOUL);
    const weekly = await addEngagement(own, WEEKLY);
    const once = await addEngagement(own, ONCE);
    await setHours(own, { ...HOURS, weekdays: [5] });
    await setHours(own, { ...HOURS, weekdays: [...HOURS.weekdays] });
    expect(await showAvailability(own)).toEqual({
      plan: { home: own.timeZone, stays: [SEOUL] },
      stays: [{ id: stay, ...SEOUL }],
      engagements: [
        {
          ...{ id: once, kind: "hard", title: "Leave", every: "once" },
          start: new Date("2027-04-04T22:00:00Z"),
          end: new Date("2027-04-06T22:00:00Z"),
        },
        {
          ...{ id: weekly, kind: "soft", title: "School run", every: "week" },
          ...{ weekday: 2, fromMinute: 840, toMinute: 1440 },
        },
      ],
      hours: { fromMinute: 540, toMinute: 1050, weekdays: [1, 2, 3], outside: "no", inside: "yes" },
    });
    const trail = JSON.stringify(await db.auditEntry.findMany({ where: { personId: own.id } }));
    for (const act of ["stayAdd", "engagementAdd", "hoursSet"]) expect(trail).toContain(act);
    for (const secret of ["Seoul", "School", "Leave", "2027"])
      expect(trail.replaceAll(/"at":"[^"]*"/g, "")).not.toContain(secret);
  });

  it("takes entries out again, and nobody takes out or sees another person's", async () => {
    const stay = await addStay(own, SEOUL);
    const weekly = await addEngagement(own, WEEKLY);
    await setHours(own, { ...HOURS, weekdays: [1] });
    expect(await showAvailability(other)).toMatchObject({ stays: [], engagements: [], hours: null });
    await expect(removeEntry(other, "stay", stay)).rejects.toMatchObject({ code: "not_found" });
    await expect(removeEntry(other, "engagement", weekly)).rejects.toMatchObject({ code: "not_found" });
    await setHours(other, null);
    expect(await showAvailability(own)).toMatchObject({
      stays: [{ id: stay }],
      engagements: [{ id: weekly }],
    });
    expect((await showAvailability(own)).hours).toMatchObject({ fromMinute: 540 });

    await removeEntry(own, "stay", stay);
    await removeEntry(own, "engagement", weekly);
    await setHours(own, null);
    expect(await showAvailability(own)).toMatchObject({ stays: [], engagements: [], hours: null });
  });

  it("refuses what ends before it starts, and keeps nothing of it", async () => {
    const weekly = { ...WEEKLY, fromClock: "14:00", toClock: "14:00" };
    const once = { ...ONCE, toDay: "2027-04-05" };
    await expect(addEngagement(own, weekly)).rejects.toMatchObject({ code: "invalid" });
    await expect(addEngagement(own, once)).rejects.toMatchObject({ code: "invalid" });
    await expect(setHours(own, { ...HOURS, weekdays: [1], toClock: "08:00" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await showAvailability(own)).toMatchObject({ engagements: [], hours: null });
    expect(addStaySchema.safeParse({ ...SEOUL, toDay: "2027-03-21" }).success).toBe(false);
  });

  it("takes at most two hundred entries of a kind", async () => {
    const row = {
      personId: own.id,
      timeZone: "UTC",
      fromDay: new Date("2027-01-01"),
      toDay: new Date("2027-01-02"),
    };
    await db.whereabouts.createMany({ data: Array.from({ length: 199 }, () => row) });
    await addStay(own, SEOUL);
    await expect(addStay(own, SEOUL)).rejects.toMatchObject({ code: "conflict" });
    expect(await db.whereabouts.count()).toBe(200);
  });

  it.each([
    [addStaySchema, { ...SEOUL, timeZone: "Mars/Base" }],
    [addStaySchema, { ...SEOUL, fromDay: "2027-02-30" }],
    [addWeeklySchema, { ...WEEKLY, weekday: 8 }],
    [addWeeklySchema, { ...WEEKLY, kind: "firm" }],
    [addOnceSchema, { ...ONCE, fromClock: "24:00" }],
    [addOnceSchema, { ...ONCE, title: "x".repeat(101) }],
    [usualHoursSchema, { ...HOURS, weekdays: [] }],
    [usualHoursSchema, { ...HOURS, outside: "perhaps" }],
  ])("refuses what is no entry at the door", (schema, input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });
});

describe("a poll", () => {
  it("is filled in from the person's own profile where it was not answered, and nothing is saved by that", async () => {
    const [first = "", second = "", third = "", fourth = ""] = await openFour(series);
    const token = await mailedToken("dev.delegate@example.org");
    await addEngagement(own, { ...WEEKLY, kind: "hard", fromClock: "14:00", toClock: "15:00" });
    await addStay(own, SEOUL);
    await addEngagement(other, { ...ONCE, kind: "hard" });
    await answer({ token }, { [first]: "yes" });
    const { plan } = await viewAnswerSheet({ token }, OPENED);
    expect(plan).toEqual({ home: own.timeZone, stays: [SEOUL] });
    await db.person.update({ where: { id: own.id }, data: { timeZone: "Europe/Zurich" } });
    const sheet = await viewAnswerSheet({ token }, OPENED);
    // The second is 22:00 in Seoul, where the person is on that Tuesday.
    expect(sheet.proposals).toEqual({ [third]: "no", [fourth]: "no" });
    expect(sheet.proposals[second]).toBeUndefined();
    expect(sheet.answers).toEqual({ [first]: "yes" });
    expect(await db.pollInvitee.count({ where: { answeredAt: { not: null } } })).toBe(1);
  });
});
