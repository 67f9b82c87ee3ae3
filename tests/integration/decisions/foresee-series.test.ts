import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { foreseeSeries } from "#lib/decisions/usecases/foresee-series";
import { remindDue } from "#lib/jobs/remind";
import { packAnswers } from "#lib/scheduling/domain/packed-answers";
import { addReminder } from "#lib/scheduling/usecases/set-reminders";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

type Name = keyof JointSeriesFixture["cast"];
const foresee = (name: Name = "sg2CoChair", now = OPENED) =>
  foreseeSeries(series.cast[name], series.reference, now);

const YES = packAnswers(new Map([0, 1, 2, 3].map((ordinal) => [ordinal, "yes"])));
const NOT_THE_LAST = packAnswers(new Map([0, 1, 2, 3].map((at) => [at, at === 3 ? "no" : "yes"])));
/** Everybody of a side answers the same. */
const all = (letter: string, answers: Uint8Array<ArrayBuffer> | null) =>
  db.pollInvitee.updateMany({ where: { side: { letter } }, data: { answers } });

it("tells before the poll is opened how likely a series is with all members, and the same again", async () => {
  await offerFour(series);
  const found = await foresee();

  expect(found).toMatchObject({ kind: "likely", draws: 400 });
  expect(found?.kind === "likely" && found.likelihood > 0 && found.likelihood < 1).toBe(true);
  expect(await foresee("sg20CoChair")).toEqual(found);
});

it("names those whose missing answers can still change the best series, and says when nobody can", async () => {
  await openFour(series);
  expect(await foresee()).toMatchObject({ kind: "deciding", hasSeries: false, isDecided: false });

  await all("A", YES);
  await all("B", NOT_THE_LAST);
  expect(await foresee()).toEqual({ kind: "deciding", hasSeries: true, isDecided: true, people: [] });

  await db.pollInvitee.updateMany({
    where: { personId: series.cast.sg20Delegate.id },
    data: { answers: null },
  });
  expect(await foresee("sg20CoChair")).toMatchObject({
    ...{ hasSeries: true, isDecided: false },
    people: [{ name: "Dev Delegate", letter: "B" }],
  });
});

it("is for those who take part in the choice, and ends with the poll", async () => {
  await openFour(series);

  await expect(foresee("sg2Delegate")).rejects.toMatchObject({ code: "forbidden" });
  await expect(foresee("stranger")).rejects.toMatchObject({ code: "not_found" });
  expect(await foresee("sg2CoChair", AFTER)).toBeNull();
});

it("is kept from a co-chair from whom answers are hidden", async () => {
  await openFour(series);
  expect(await foresee()).not.toBeNull();
  await db.datePoll.updateMany({ data: { hidesSides: true } });

  expect(await foresee()).toBeNull();
});

it("keeps reminders from those whose missing answers change nothing any more", async () => {
  await openFour(series);
  const at = new Date("2027-01-13T12:00:00Z");
  const wish = { day: "2027-01-13", clock: "13:00", timeZone: "Europe/Zurich" };
  await addReminder(series.cast.sg2CoChair, { reference: series.reference, ...wish }, OPENED);
  await all("B", NOT_THE_LAST);
  // Side A left out the last slot only, which nobody of side B can attend.
  await all("A", packAnswers(new Map([0, 1, 2].map((ordinal) => [ordinal, "yes"]))));
  expect(await remindDue(at)).toBe(0);

  await all("B", YES);
  expect(await remindDue(at)).toBe(1); // Paul First; it is night where Dora is
});
