import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { EVERYBODY } from "#lib/scheduling/domain/book";
import { writeMatrix } from "#lib/scheduling/domain/matrix-bytes";
import { cellAt } from "#lib/scheduling/domain/matrix-rows";
import { exportAnswers } from "#lib/scheduling/usecases/export-answers";
import { followPoll, readPollStamp } from "#lib/scheduling/usecases/follow-poll";
import { inviteNewcomers } from "#lib/scheduling/usecases/invite-newcomers";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { removeInvitee } from "#lib/scheduling/usecases/remove-invitee";
import { setRequired } from "#lib/scheduling/usecases/set-required";
import { viewMatrix } from "#lib/scheduling/usecases/view-matrix";
import { viewTotals } from "#lib/scheduling/usecases/view-totals";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, CLOSES, DEADLINE, filledIn, offerFour, OPENED } from "../../support/poll.ts";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";

type Who = keyof JointSeriesFixture["cast"];

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await offerFour(series);
});
afterAll(() => db.$disconnect());

const open = (...hides: ("others" | "sides")[]) =>
  openPoll(
    series.cast.sg2CoChair,
    { reference: series.reference, ...DEADLINE, quorum: { A: 1, B: 1 }, hides },
    OPENED,
  );
const by = (who: Who) => ({ actor: series.cast[who], reference: series.reference });
const says = (who: Who, value: "yes" | "no") => answer(by(who), { [slots[0] ?? ""]: value });
const totals = async (who: Who, filter = EVERYBODY, now = OPENED) => {
  const view = await viewTotals(series.cast[who], { reference: series.reference, filter }, now);
  if (!view.totals) throw new Error("no poll");
  return view.totals;
};
const able = async (who: Who, filter = EVERYBODY) =>
  (await totals(who, filter)).totals[0]?.sides.map((side) => [side.letter, side.able]);
const noteBy = async (who: Who, note: string) =>
  answerPoll(by(who), { ...(await filledIn(by(who), { [slots[0] ?? ""]: "yes" })), note }, OPENED);

describe("totals", () => {
  it("are of each side, and of those whom the filter names", async () => {
    await open();
    await says("sg2Delegate", "yes");
    await says("sg20Delegate", "no");
    expect(await able("sg2Chair")).toEqual([
      ["A", 1],
      ["B", 0],
    ]);
    expect(await able("sg2Chair", { ...EVERYBODY, side: "B" })).toEqual([["B", 0]]);
    expect(await able("sg2Chair", { ...EVERYBODY, group: "Q6/20" })).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
    const { people, zones, groups } = await totals("sg2Chair", { ...EVERYBODY, zone: "America/New_York" });
    expect(people).toBe(1);
    expect(zones.map(({ timeZone }) => timeZone)).toContain("Asia/Kolkata");
    expect(groups).toContainEqual({ reference: "Q1/2", people: 1 });
  });

  it("are as new as the answers, for every reader", async () => {
    await open();
    expect(await able("sg2Chair")).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
    await says("sg2Delegate", "yes");
    expect(await able("sg2Chair")).toEqual([
      ["A", 1],
      ["B", 0],
    ]);
    await says("sg2Delegate", "no");
    expect(await able("sg20CoChair")).toEqual([
      ["A", 0],
      ["B", 0],
    ]);
    await withdrawSlot(
      series.cast.sg2CoChair,
      { reference: series.reference, slotId: slots[0] ?? "" },
      OPENED,
    );
    expect((await totals("sg2Chair")).poll.slots).toHaveLength(3);
  });

  it("are as new as the list of people, also when one takes the place of another", async () => {
    const { reference, cast } = series;
    const required = async () => (await totals("sg2Chair")).asked.filter((person) => person.required);
    await open();
    const ids = { first: cast.sg2Delegate.id, second: cast.sg20Delegate.id };
    await setRequired(cast.sg2CoChair, { reference, required: [ids.first] }, OPENED);
    const [before] = await required();
    await setRequired(cast.sg2CoChair, { reference, required: [ids.second] }, OPENED);
    expect((await required()).map(({ name }) => name)).not.toEqual([before?.name]);

    const invitee = await db.pollInvitee.findFirstOrThrow({ where: { personId: ids.first } });
    await totals("sg2Chair");
    const { count } = await db.pollInvitee.deleteMany({ where: { id: invitee.id } });
    await db.pollInvitee.create({ data: { ...invitee, answers: null, id: crypto.randomUUID() } });
    expect(count).toBe(1);
    const shown = (await totals("sg2Chair")).asked.map(({ id }) => id);
    expect(shown).not.toContain(invitee.id);
  });

  it("say what a slot costs each zone, the heaviest first", async () => {
    await open();
    const { burdens } = await totals("sg2Chair");
    expect(burdens[0]?.timeZone).toBe("Asia/Seoul"); // 14:00 in Geneva is 22:00 and more in Seoul
    expect(burdens.find(({ timeZone }) => timeZone === "Europe/London")?.perSlot).toBe(0);
  });

  it("are for those who may see the series, and for nobody else", async () => {
    await open();
    const refused = { code: "not_found" };
    const { reference } = series;
    const stranger = series.cast.stranger;
    await expect(totals("stranger")).rejects.toMatchObject(refused);
    await expect(viewMatrix(stranger, reference, OPENED)).rejects.toMatchObject(refused);
    await expect(exportAnswers(stranger, reference, OPENED)).rejects.toMatchObject(refused);
    await expect(followPoll(stranger, reference)).rejects.toMatchObject(refused);
    await expect(readPollStamp(stranger, reference)).rejects.toMatchObject(refused);
  });
});

/** All that a reader is ever sent of the answers of others. */
async function everyPayload(who: Who, now = OPENED) {
  const { reference } = series;
  const matrix = await viewMatrix(series.cast[who], reference, now);
  const file = await exportAnswers(series.cast[who], reference, now);
  return {
    matrix,
    file,
    text:
      JSON.stringify(await totals(who, EVERYBODY, now)) +
      file +
      Buffer.from(writeMatrix(matrix)).toString("latin1"),
  };
}

const cell = ({ matrix }: Awaited<ReturnType<typeof everyPayload>>, name: string) =>
  cellAt(
    matrix,
    matrix.people.findIndex((person) => person.name === name),
    0,
  );

describe("the matrix and the file", () => {
  it("hold everybody's answers, and nobody's address", async () => {
    await open();
    await says("sg20Delegate", "yes");
    const seen = await everyPayload("sg2Delegate");
    expect(cell(seen, "Dev Delegate")).toBe("yes");
    expect(cell(seen, "Paul First")).toBe("none");
    expect(seen.file).toContain("Dev Delegate,SG20,Q6/20,Asia/Kolkata,,,yes,,,");
    expect(await db.person.count({ where: { email: { contains: "@example.org" } } })).toBeGreaterThan(3);
    expect(seen.text).not.toContain("@");
  });

  it("run no formula in a spreadsheet", async () => {
    await open();
    await noteBy("sg20Delegate", '=HYPERLINK("http://x.invalid","y")');
    const { file } = await everyPayload("sg2Delegate");
    expect(file).toContain(`"'=HYPERLINK(""http://x.invalid"",""y"")"`);
  });
});

describe("hidden answers are absent from every payload", () => {
  it("of who has not answered, and there once answered", async () => {
    await open("others");
    await noteBy("sg20Delegate", "only mornings");
    const hidden = await everyPayload("sg2Delegate");
    expect(hidden.text).not.toContain("only mornings");
    expect(cell(hidden, "Dev Delegate")).toBe("hidden");
    expect(hidden.matrix.answers.every((byte) => byte === 0)).toBe(true);
    expect((await totals("sg2Delegate")).totals.every(({ sides }) => sides.length === 0)).toBe(true);
    await says("sg2Delegate", "no");
    const seen = await everyPayload("sg2Delegate");
    expect(seen.text).toContain("only mornings");
    expect(cell(seen, "Dev Delegate")).toBe("yes");
  });

  it("of the other side, until the deadline", async () => {
    await open("sides");
    await noteBy("sg20Delegate", "only mornings");
    for (const who of ["sg2Delegate", "sg2CoChair", "sg2Secretariat", "administrator"] as const) {
      const hidden = await everyPayload(who);
      expect(hidden.text).not.toContain("only mornings");
      expect(cell(hidden, "Dev Delegate")).toBe("hidden");
    }
    const own = await everyPayload("sg20CoChair");
    expect(cell(own, "Dev Delegate")).toBe("yes");
    const after = await everyPayload("administrator", CLOSES);
    expect(cell(after, "Dev Delegate")).toBe("yes");
  });

  it("and are not to be had by a filter of the totals", async () => {
    await open("sides");
    await says("sg20Delegate", "yes");
    expect(await able("sg2Delegate", { ...EVERYBODY, side: "B" })).toEqual([]);
    expect(await able("sg2Delegate", { ...EVERYBODY, group: "Q6/20" })).toEqual([["A", 0]]);
  });

  it("and what is told to who looks on says nothing of them", async () => {
    await open("others", "sides");
    const before = await readPollStamp(series.cast.sg2Delegate, series.reference);
    await says("sg20Delegate", "yes");
    const yes = await readPollStamp(series.cast.sg2Delegate, series.reference);
    expect(yes).not.toBe(before);
    expect(yes).toMatch(/^[\w.-]+$/);
  });
});

describe("following a poll", () => {
  it("tells of an answer that another connection kept, and of none that was not kept", async () => {
    await open();
    const follow = await followPoll(series.cast.sg2Delegate, series.reference);
    let heard = 0;
    let wake: () => void = () => undefined;
    const stop = follow(() => {
      heard += 1;
      wake();
    });
    const next = () => new Promise<void>((resolve) => (wake = resolve));
    await next(); // the connection is new: something may have been missed
    const toldOf = next();
    await says("sg20Delegate", "yes");
    await toldOf;
    const before = heard;
    await expect(
      answerPoll(by("sg20Delegate"), { ...(await filledIn(by("sg20Delegate"), {})), version: 99 }, OPENED),
    ).rejects.toMatchObject({ code: "conflict" });
    const toldAgain = next();
    await says("sg20Delegate", "no");
    await toldAgain;
    expect(heard).toBe(before + 1);
    stop();
  });

  it("tells of somebody who is asked in addition, is required, or is taken off the list", async () => {
    await open();
    const follow = await followPoll(series.cast.sg2Delegate, series.reference);
    let wake: () => void = () => undefined;
    const stop = follow(() => wake());
    const next = () => new Promise<void>((resolve) => (wake = resolve));
    await next();
    const told = async (change: () => Promise<unknown>) => {
      const toldOf = next();
      await change();
      await toldOf;
    };
    const { reference } = series;
    const { sg2CoChair } = series.cast;
    await told(() => setRequired(sg2CoChair, { reference, required: [sg2CoChair.id] }, OPENED));
    const { id } = await db.pollInvitee.findFirstOrThrow({
      where: { personId: series.cast.sg20Delegate.id },
    });
    await told(() => removeInvitee(sg2CoChair, { reference, inviteeId: id }, OPENED));
    await told(() => inviteNewcomers(sg2CoChair, { reference }, OPENED));
    stop();
  });
});
