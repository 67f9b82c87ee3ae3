import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { commentSchema } from "#lib/scheduling/schema";
import { deleteComment } from "#lib/scheduling/usecases/delete-comment";
import { viewComments } from "#lib/scheduling/usecases/view-comments";
import { writeComment } from "#lib/scheduling/usecases/write-comment";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let own: { readonly token: string };
let other: { readonly token: string };
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  await openFour(series);
  own = { token: await mailedToken("dev.delegate@example.org") };
  other = { token: await mailedToken("dora.delegate@example.org") };
});
afterAll(() => db.$disconnect());

const write = (text: string, by = own) => writeComment(by, { text }, OPENED);
const texts = async (by = own) => (await viewComments(by, OPENED)).map(({ text }) => text);

it("is read by everybody asked, with the name of the database and no address", async () => {
  const form = { text: "Could it be a Wednesday?", name: "Somebody Else", personId: series.cast.stranger.id };
  await writeComment(own, form, OPENED);
  await write("Yes.", other);
  const seen = await viewComments(other, OPENED);
  expect(seen).toMatchObject([
    { name: "Dev Delegate", text: form.text, writtenAt: OPENED, isDeleted: false, mayDelete: false },
    { name: "Dora Delegate", text: "Yes.", mayDelete: true },
  ]);
  expect(JSON.stringify(seen)).not.toContain("@");
  expect(await db.auditEntry.count({ where: { action: "commentWrite", actorName: "Dev Delegate" } })).toBe(1);
});

it("cannot be read by anybody once it is deleted, not even in the tables", async () => {
  const id = await write("A secret I should not have told.");
  expect(await texts(other)).toEqual(["A secret I should not have told."]);
  await deleteComment(own, id, OPENED);
  expect(await viewComments(other, OPENED)).toMatchObject([{ text: "", isDeleted: true, mayDelete: false }]);
  expect(JSON.stringify([await db.pollComment.findMany(), await db.auditEntry.findMany()])).not.toContain(
    "secret",
  );
  await expect(deleteComment(own, id, OPENED)).rejects.toMatchObject({ code: "not_found" });
});

it("is deleted by who wrote it and by co-chairs, and by nobody else", async () => {
  const [first, second] = [await write("One"), await write("Two")];
  await expect(deleteComment(other, first, OPENED)).rejects.toMatchObject({ code: "forbidden" });
  expect(await texts()).toEqual(["One", "Two"]);
  const coChair = { actor: series.cast.sg2CoChair, reference: series.reference };
  expect((await viewComments(coChair, OPENED)).map(({ mayDelete }) => mayDelete)).toEqual([true, true]);
  await deleteComment(coChair, second, OPENED);
  expect(await texts()).toEqual(["One", ""]);
});

it("is neither read nor written by who is not asked", async () => {
  await write("One");
  for (const by of [
    { token: "A".repeat(22) },
    { actor: series.cast.stranger, reference: series.reference },
  ]) {
    await expect(viewComments(by, OPENED)).rejects.toMatchObject({ code: "not_found" });
    await expect(writeComment(by, { text: "Two" }, OPENED)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await texts()).toEqual(["One"]);
});

it("is refused once the poll is closed, by the server's clock, and after fifty of one person", async () => {
  await expect(writeComment(own, { text: "Late" }, AFTER)).rejects.toMatchObject({ code: "conflict" });
  for (let number = 0; number < 50; number += 1) await write(`${number}`);
  await expect(write("One more")).rejects.toMatchObject({ code: "conflict" });
  await write("Of another", other);
  expect(await texts()).toHaveLength(51);
});

it.each([[""], ["   "], ["x".repeat(2_001)], ["a\u0000b"]])(
  "is refused at the door when it is no text",
  (text) => {
    expect(commentSchema.safeParse({ text }).success).toBe(false);
  },
);
