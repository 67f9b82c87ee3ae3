import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { endAsking } from "#lib/changes/usecases/end-asking";
import { viewChanges } from "#lib/changes/usecases/view-changes";
import { db } from "#lib/db/client";
import { findDecidingPeople } from "#lib/decisions/usecases/find-deciding-people";
import { remindDue } from "#lib/jobs/remind";
import { addMinutes } from "#lib/kernel/interval";
import { showHome } from "#lib/overview/usecases/show-home";
import { showSeriesOverview } from "#lib/overview/usecases/show-series-overview";
import { enterAnswers, viewEntry } from "#lib/scheduling/usecases/enter-answers";
import { renewLink } from "#lib/scheduling/usecases/renew-link";
import { addReminder, removeReminder } from "#lib/scheduling/usecases/set-reminders";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { emptyDatabase } from "../../support/clean.ts";
import { askAbout, CLOSED, decideThree, DORA, JUN, NOW, smallPoll } from "../../support/decided-series.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, mailedToken } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
/** The small poll of meeting 2. */
let key: { reference: string; sequence: number };
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await decideThree(series);
  key = { reference: series.reference, sequence: 2 };
});
afterAll(() => db.$disconnect());

/** 25 March and 13 April; the second was a slot of the series, which Dora and Jun answered. */
const ask = () => askAbout(series, { slotIds: [slots[3]] });
const slotIds = async (): Promise<[string, string]> => {
  const [near = "", far = ""] = (await smallPoll()).slots.map(({ id }) => id);
  return [near, far];
};
const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });

describe("reminders of a small poll", () => {
  /** 13:00 in Geneva: 17:30 in Kolkata, 21:00 in Seoul, but 07:00 in New York. */
  const DUE = new Date("2027-01-28T12:00:00Z");
  const wish = { day: "2027-01-28", clock: "13:00", timeZone: "Europe/Zurich" };
  const add = (changes: object = {}, actor = series.cast.sg2CoChair, now = NOW) =>
    addReminder(actor, { ...key, ...wish, ...changes }, now);
  const reminded = async () =>
    (await db.outboxMail.findMany({ where: { subject: { startsWith: "Please answer" } } }))
      .map(({ toName }) => toName)
      .sort();

  it("are set and taken off by co-chairs in its own row, and the poll of the series has none", async () => {
    await ask();
    await add();
    await add({ clock: "15:00" }, series.cast.sg20CoChair);
    await removeReminder(series.cast.sg2CoChair, { ...key, at: addMinutes(DUE, 120) }, NOW);
    const polls = await db.datePoll.findMany({ select: { replacesId: true, remindAt: true } });
    expect(polls.map(({ replacesId, remindAt }) => [replacesId === null, remindAt])).toEqual(
      expect.arrayContaining([
        [true, []],
        [false, [DUE]],
      ]),
    );
    expect((await viewInvitations(series.cast.sg2CoChair, key, NOW)).remindAt).toEqual([DUE]);
    for (const name of ["sg2Secretariat", "sg2Delegate", "administrator"] as const)
      await expect(add({ clock: "16:00" }, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(add({ day: "2027-02-01", clock: "17:00" })).rejects.toMatchObject({ code: "invalid" });
    await expect(add({ sequence: 3 })).rejects.toMatchObject({ code: "not_found" });
    const inSeries = { reference: series.reference, ...wish };
    await expect(addReminder(series.cast.sg2CoChair, inSeries, NOW)).rejects.toMatchObject(
      refusal("conflict", "scheduling.refusal.seriesState"),
    );
    expect(await db.auditEntry.count({ where: { action: "remindersSet" } })).toBe(3);
  });

  it("go to whoever can still change which time is best, not at night there, and once for a time", async () => {
    await ask();
    await add();
    expect(await remindDue(addMinutes(DUE, -1))).toBe(0);
    // Paul First, Jun Second and Dev Delegate; it is night where Dora is
    expect(await remindDue(DUE)).toBe(3);
    expect(await reminded()).toEqual(["Dev Delegate", "Jun Second", "Paul First"]);
    expect(await remindDue(addMinutes(DUE, 59))).toBe(0);
    expect(await remindDue(addMinutes(DUE, 60))).toBe(1);
    expect(await remindDue(addMinutes(DUE, 61))).toBe(0);
    expect(await remindDue(CLOSED)).toBe(0);
    const mail = await db.outboxMail.findFirstOrThrow({
      where: { toName: "Dora Delegate", subject: { startsWith: "Please answer" } },
    });
    expect(mail.subject).toBe("Please answer: another time for meeting 2 of IoT identification and NNAI");
    expect(mail.text).toContain("1 slot has no answer from you in the poll about another time for meeting 2");
    const [, token = ""] = /\/answer\/([A-Za-z0-9_-]{22})\n/.exec(mail.text) ?? [];
    expect((await viewAnswerSheet({ token }, NOW)).replaces?.sequence).toBe(2);
  });

  it("go to nobody once no missing answer can change which time is best", async () => {
    await ask();
    await add();
    const [near, far] = await slotIds();
    const able = { [near]: "no", [far]: "yes" } as const;
    const poll = { seriesId: series.id, pollId: (await smallPoll()).id };
    await answer({ token: await mailedToken(DORA) }, able, NOW);
    expect(await findDecidingPeople(poll, NOW)).toHaveProperty("size", 3);
    await answer({ token: await mailedToken(JUN) }, able, NOW);
    expect(await findDecidingPeople(poll, NOW)).toHaveProperty("size", 0); // even with both others, the first is later at night
    expect(await remindDue(DUE)).toBe(0);
  });

  it("count a time that is too near another meeting as none, and everybody when every time is", async () => {
    await askAbout(series, { day1: "2027-04-08", slotIds: [slots[3]] }); // two days after meeting 3
    const [near, far] = await slotIds();
    const poll = { seriesId: series.id, pollId: (await smallPoll()).id };
    for (const address of [DORA, JUN])
      await answer({ token: await mailedToken(address) }, { [near]: "no", [far]: "yes" }, NOW);
    expect(await findDecidingPeople(poll, NOW)).toHaveProperty("size", 0);
    await endAsking(series.cast.sg2CoChair, { ...key, how: "drop" }, NOW);
    await askAbout(series, { day1: "2027-04-08", slotIds: [] }, { now: addMinutes(NOW, 1) });
    const hopeless = { seriesId: series.id, pollId: (await smallPoll()).id };
    expect(await findDecidingPeople(hopeless, NOW)).toHaveProperty("size", 4);
  });

  it("stop when the poll is dropped or the meeting can no longer be moved", async () => {
    await ask();
    await add();
    const poll = { seriesId: series.id, pollId: (await smallPoll()).id };
    await db.meeting.updateMany({ where: { sequence: 2 }, data: { status: "cancelled" } });
    expect(await findDecidingPeople(poll, DUE)).toHaveProperty("size", 0);
    expect(await remindDue(DUE)).toBe(0);
    await db.meeting.updateMany({ where: { sequence: 2 }, data: { status: "planned" } });
    await endAsking(series.cast.sg2CoChair, { ...key, how: "drop" }, NOW);
    expect(await remindDue(DUE)).toBe(0);
    expect(await reminded()).toEqual([]);
  });
});

describe("entering answers in a small poll", () => {
  const dev = async () =>
    (await smallPoll()).invitees.find(({ person }) => person.name === "Dev Delegate")?.id ?? "";
  const enter = async (actor = series.cast.sg20Secretariat, now = NOW) => {
    const entry = { ...key, inviteeId: await dev() };
    const {
      slotsVersion,
      version,
      slots: offered,
    } = await viewEntry(series.cast.sg20Secretariat, entry, NOW);
    const seen = offered.map(({ id }) => id);
    const answers = { [seen[0] ?? ""]: "yes", [seen[1] ?? ""]: "no" } as const;
    await enterAnswers(actor, entry, {
      input: { slotsVersion, version, seen, answers, note: "By telephone" },
      now,
    });
  };

  it("is kept and marked as entered by the secretariat, on the list, on the sheet and in a mail", async () => {
    await ask();
    await enter();
    const { sg20Secretariat, sg2CoChair, sg20Delegate } = series.cast;
    const row = (await smallPoll()).invitees.find(({ person }) => person.name === "Dev Delegate");
    expect(row).toMatchObject({ enteredById: sg20Secretariat.id, note: "By telephone", answeredAt: NOW });
    const { people, mayRun, mayEnter } = await viewInvitations(sg2CoChair, key, NOW);
    expect({ mayRun, mayEnter }).toEqual({ mayRun: true, mayEnter: false });
    expect(people.find(({ name }) => name === "Dev Delegate")).toMatchObject({
      ...{ state: "all", enteredBy: sg20Secretariat.name },
    });
    const sheet = await viewAnswerSheet({ actor: sg20Delegate, ...key }, NOW);
    expect(sheet).toMatchObject({ enteredBy: sg20Secretariat.name, replaces: { sequence: 2 } });
    const mail = await db.outboxMail.findFirstOrThrow({ where: { subject: { contains: "were entered" } } });
    expect(mail.subject).toBe(
      "Your answers about another time for meeting 2 were entered: IoT identification and NNAI",
    );
    expect(mail.text).toContain(
      "the poll about another time for meeting 2 of the joint meetings of SG2, SG20",
    );
    const [, token = ""] = /\/answer\/([A-Za-z0-9_-]{22})\n/.exec(mail.text) ?? [];
    expect((await viewAnswerSheet({ token }, NOW)).replaces?.sequence).toBe(2);
    expect(await db.auditEntry.findFirst({ where: { action: "pollEnter" } })).toMatchObject({
      ...{ before: { answered: 0 }, after: { person: "Dev Delegate", answered: 2 } },
    });
    const main = await db.pollInvitee.findFirst({
      where: { poll: { replacesId: null }, personId: sg20Delegate.id },
    });
    expect(main).toMatchObject({ answers: null, enteredById: null });
  });

  it("is for secretariats, while the small poll is open, and for its own people", async () => {
    await ask();
    for (const name of ["sg2CoChair", "sg2Chair", "sg2Delegate", "administrator"] as const)
      await expect(enter(series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(enter(series.cast.sg20Secretariat, CLOSED)).rejects.toMatchObject({ code: "conflict" });
    const { id } = await db.pollInvitee.findFirstOrThrow({ where: { poll: { replacesId: null } } });
    const other = { ...key, inviteeId: id };
    await expect(viewEntry(series.cast.sg20Secretariat, other, NOW)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await db.auditEntry.count({ where: { action: "pollEnter" } })).toBe(0);
  });

  it("shows who is asked to co-chairs and secretariats alone, without addresses, and renews links there", async () => {
    await ask();
    const view = await viewInvitations(series.cast.sg2Secretariat, key, NOW);
    expect(view).toMatchObject({ phase: "open", mayRun: false, mayEnter: true, offers: [], doubles: [] });
    expect(view.people).toHaveLength(4);
    expect(JSON.stringify(view.people)).not.toContain("@example");
    for (const name of ["sg2Chair", "sg2Delegate", "administrator"] as const)
      await expect(viewInvitations(series.cast[name], key, NOW)).rejects.toMatchObject({ code: "forbidden" });
    const before = await mailedToken(DORA);
    const inviteeId = view.people.find(({ name }) => name === "Dora Delegate")?.inviteeId ?? "";
    await renewLink(series.cast.sg2CoChair, { ...key, inviteeId }, NOW);
    const after = await mailedToken(DORA);
    expect(after).not.toBe(before);
    expect((await viewAnswerSheet({ token: after }, NOW)).replaces?.sequence).toBe(2);
    await expect(viewAnswerSheet({ token: before }, NOW)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what waits because of a small poll", () => {
  const keys = async (actor = series.cast.sg2CoChair, now = NOW) =>
    (await showSeriesOverview(actor, series.reference, now)).waiting
      .filter(({ key }) => /^(answers|another-time)/.test(key))
      .map(({ key, path, mine }) => ({ key, path, mine }));

  it("is told to whoever has not answered, on the home page and in the series, with the way to answer", async () => {
    expect(await keys(series.cast.sg20Delegate)).toEqual([]);
    await ask();
    const answering = { key: "answers-2", path: "/meetings/2/answer", mine: true };
    expect(await keys(series.cast.sg20Delegate)).toEqual([answering]);
    expect(await keys(series.cast.sg2Delegate)).toEqual([answering]); // one of two times was carried over
    const home = await showHome(series.cast.sg2Delegate, NOW);
    expect(home.mine.map(({ key }) => key)).toContain("answers-2");
    const named = { reference: series.reference, title: "IoT identification and NNAI" };
    expect(home.polls).toEqual([{ series: named, sequence: 2, closesAt: CLOSED, hasAnswered: false }]);

    const [near, far] = await slotIds();
    await answer({ token: await mailedToken(DORA) }, { [near]: "yes", [far]: "yes" }, NOW);
    expect(await keys(series.cast.sg2Delegate)).toEqual([
      { key: "answers-2", path: "/meetings/2#change", mine: false },
    ]);
    const after = await showHome(series.cast.sg2Delegate, NOW);
    expect(after.polls).toMatchObject([{ sequence: 2, hasAnswered: true }]);
    expect(after.others.find(({ key }) => key === "answers-2")?.what).toMatchObject({
      ...{ key: "overview.wait.answers", values: { count: 3, number: 2 } },
    });
  });

  it("is told to the co-chairs once it is closed, until a time is put forward or it is dropped", async () => {
    await ask();
    const choosing = { key: "another-time-2", path: "/meetings/2#change" };
    expect(await keys(series.cast.sg20CoChair, CLOSED)).toEqual([{ ...choosing, mine: true }]);
    expect(await keys(series.cast.sg20Delegate, CLOSED)).toEqual([{ ...choosing, mine: false }]);
    expect((await showHome(series.cast.sg20Delegate, CLOSED)).polls).toEqual([]);
    await endAsking(series.cast.sg2CoChair, { ...key, how: "drop" }, CLOSED);
    expect(await keys(series.cast.sg20CoChair, CLOSED)).toEqual([]);
    expect((await viewChanges(series.cast.sg2CoChair, key, CLOSED)).asked).toBeNull();
  });
});
