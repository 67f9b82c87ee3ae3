import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { listDatePages } from "#lib/decisions/usecases/list-date-pages";
import { loadSeriesHead } from "#lib/series/usecases/load-series-head";
import { emptyDatabase } from "../../support/clean.ts";
import { type Cast, type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const pagesOf = async (name: keyof Cast, now = OPENED) => {
  const actor = series.cast[name];
  return (await listDatePages(actor, await loadSeriesHead(actor, series.reference), now)).join(" ");
};

it("lists to a delegate the sheet only from when the poll asks, and never what co-chairs do", async () => {
  expect(await pagesOf("sg2Delegate")).toBe("overview");
  await openFour(series);
  expect(await pagesOf("sg2Delegate")).toBe("overview answer matrix");
  expect(await pagesOf("sg2Delegate", AFTER)).toBe("overview answer matrix");
});

it("lists the draft's sheet to nobody", async () => {
  await offerFour(series);
  expect(await pagesOf("sg2Delegate")).toBe("overview matrix");
  expect(await pagesOf("sg2CoChair")).toBe("overview offer people matrix");
});

it("lists the ranking to co-chairs from whom nothing is hidden, and to who speaks for a side after the close", async () => {
  await openFour(series);
  expect(await pagesOf("sg2CoChair")).toBe("overview offer people answer matrix choose");
  expect(await pagesOf("sg2Secretariat")).not.toContain("choose");
  await db.datePoll.updateMany({ data: { hidesSides: true } });
  expect(await pagesOf("sg2CoChair")).not.toContain("choose");
  expect(await pagesOf("sg2CoChair", AFTER)).toContain("choose");
  expect(await pagesOf("sg2Secretariat", AFTER)).toContain("choose");
  expect(await pagesOf("sg2Delegate", AFTER)).not.toContain("choose");
});

it("lists the decision once it is written down, and the ranking no longer", async () => {
  await openFour(series);
  expect(await pagesOf("sg2CoChair", AFTER)).not.toContain("decision");
  const poll = await db.datePoll.findFirstOrThrow();
  const slots = await db.slot.findMany();
  const choice = await db.pollChoice.create({
    data: { pollId: poll.id, slotIds: slots.map(({ id }) => id), proposedById: series.cast.sg2CoChair.id },
  });
  const record = { pollId: poll.id, choiceId: choice.id, text: "{}", sha256: "0".repeat(64), madeAt: AFTER };
  await db.decisionRecord.create({ data: record });
  await db.datePoll.updateMany({ data: { state: "decided" } });
  expect(await pagesOf("sg2CoChair", AFTER)).toContain("decision");
  expect(await pagesOf("sg2CoChair", AFTER)).not.toContain("choose");
  expect(await pagesOf("sg2Delegate", AFTER)).toBe("overview answer matrix decision");
});
