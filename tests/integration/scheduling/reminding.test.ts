import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addStay } from "#lib/availability/usecases/add-stay";
import { db } from "#lib/db/client";
import { findDecidingPeople } from "#lib/decisions/usecases/find-deciding-people";
import { remindDue } from "#lib/jobs/remind";
import { addMinutes } from "#lib/kernel/interval";
import { closePoll } from "#lib/scheduling/usecases/close-poll";
import { listDueReminders, remindPeople } from "#lib/scheduling/usecases/remind-people";
import { addReminder, removeReminder } from "#lib/scheduling/usecases/set-reminders";
import { viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { withdrawSlot } from "#lib/scheduling/usecases/withdraw-slot";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { answer, CLOSES, mailedToken, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
let slots: string[];
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  slots = await openFour(series);
});
afterAll(() => db.$disconnect());

/** 13:00 in Geneva: 12:00 in London, 17:30 in Kolkata, 21:00 in Seoul, but 07:00 in New York. */
const DUE = new Date("2027-01-13T12:00:00Z");
const wish = { day: "2027-01-13", clock: "13:00", timeZone: "Europe/Zurich" };
const add = (changes: object = {}, actor = series.cast.sg2CoChair, now = OPENED) =>
  addReminder(actor, { reference: series.reference, ...wish, ...changes }, now);
const main = async () => ({ seriesId: series.id, pollId: (await db.datePoll.findFirstOrThrow()).id });
const reminded = async () =>
  (await db.outboxMail.findMany({ where: { subject: { startsWith: "Please answer" } } }))
    .map(({ toName }) => toName)
    .sort();

describe("the times of reminders", () => {
  it("are set and taken off by co-chairs, and stand in the trail", async () => {
    await add();
    await add({ day: "2027-01-12" }, series.cast.sg20CoChair);
    const view = () => viewInvitations(series.cast.sg2CoChair, { reference: series.reference }, OPENED);
    expect((await view()).remindAt).toEqual([addMinutes(DUE, -24 * 60), DUE]);
    await removeReminder(series.cast.sg2CoChair, { reference: series.reference, at: DUE }, OPENED);
    expect((await view()).remindAt).toEqual([addMinutes(DUE, -24 * 60)]);
    expect(await db.auditEntry.count({ where: { action: "remindersSet" } })).toBe(3);
  });

  it.each([
    ["in the past", { day: "2027-01-03" }],
    ["at the deadline", { day: "2027-01-15", clock: "17:00" }],
    ["set already", {}],
    ["that the clocks skip", { day: "2027-03-28", clock: "02:30" }],
  ])("refuse a time %s", async (_case, changes) => {
    await add();
    await expect(add(changes)).rejects.toMatchObject({ code: "invalid" });
    expect((await db.datePoll.findFirstOrThrow()).remindAt).toEqual([DUE]);
  });

  it("are no business of anybody else, and five are enough", async () => {
    for (const name of ["sg2Secretariat", "sg2Delegate", "administrator"] as const)
      await expect(add({}, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    for (const clock of ["09:00", "10:00", "11:00", "12:00", "13:00"]) await add({ clock });
    await expect(add({ clock: "14:00" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("are all kept when both co-chairs set one at the same time", async () => {
    await Promise.all([add(), add({ day: "2027-01-12" }, series.cast.sg20CoChair)]);
    expect((await db.datePoll.findFirstOrThrow()).remindAt).toHaveLength(2);
  });
});

describe("a reminder", () => {
  it("goes once to each who left slots unanswered, with the same link as before, and after night in the zone", async () => {
    const token = await mailedToken("dev.delegate@example.org");
    const all = Object.fromEntries(slots.map((id) => [id, "yes" as const]));
    await answer({ actor: series.cast.sg20CoChair, reference: series.reference }, all);
    await answer({ token }, { [slots[0] ?? ""]: "yes" });
    await add();
    expect(await remindDue(addMinutes(DUE, -1))).toBe(0);
    expect(await remindDue(DUE)).toBe(2);
    expect(await reminded()).toEqual(["Dev Delegate", "Paul First"]);
    expect(await remindDue(addMinutes(DUE, 59))).toBe(0);
    expect(await remindDue(addMinutes(DUE, 60))).toBe(1); // 08:00 in New York
    expect(await remindDue(addMinutes(DUE, 61))).toBe(0);
    expect(await reminded()).toEqual(["Dev Delegate", "Dora Delegate", "Paul First"]);
    const mail = await db.outboxMail.findFirstOrThrow({
      where: { toAddress: "dev.delegate@example.org" },
      orderBy: { createdAt: "desc" },
    });
    expect(mail.text).toContain("3 slots have no answer from you");
    expect(mail.text).toContain(`/answer/${token}\n`);
    expect(await db.pollReminder.count({ where: { dueAt: DUE } })).toBe(3);
  });

  it("goes by the clock of where somebody is that day, and nobody is shown where that is", async () => {
    await add();
    const [geneva, angeles] = ["Europe/Zurich", "America/Los_Angeles"];
    const day = "2027-01-13";
    await addStay(series.cast.sg2Delegate, { timeZone: geneva, fromDay: day, toDay: day }); // at home it is 07:00
    await addStay(series.cast.sg20Delegate, { timeZone: angeles, fromDay: "2027-01-10", toDay: day }); // 04:00
    expect(await remindDue(DUE)).toBe(3);
    expect(await reminded()).toEqual(["Dora Delegate", "Jun Second", "Paul First"]);
    expect(await remindDue(addMinutes(DUE, 239))).toBe(0);
    expect(await remindDue(addMinutes(DUE, 240))).toBe(1); // 08:00 in Los Angeles
    const shown = JSON.stringify([
      await viewInvitations(series.cast.sg2CoChair, { reference: series.reference }, DUE),
      await db.auditEntry.findMany(),
      await db.outboxMail.findMany({ where: { subject: { startsWith: "Please answer" } } }),
    ]);
    expect(shown).not.toContain("Los_Angeles");
  });

  it("is one mail when many processes look at once: a note and a mail for each, or neither", async () => {
    await add();
    const [due] = await listDueReminders(DUE);
    expect(due?.inviteeIds).toHaveLength(3);
    const runs = await Promise.all(
      [1, 2, 3, 4].map(() => remindPeople(due ?? { pollId: "", inviteeIds: [] }, DUE)),
    );
    expect(runs.reduce((sum, mails) => sum + mails, 0)).toBe(3);
    expect(await reminded()).toEqual(["Dev Delegate", "Jun Second", "Paul First"]);
    expect(await db.pollReminder.count()).toBe(3);
  });

  it("leaves no note when its mail could not be written", async () => {
    await add();
    await db.$executeRaw`alter table outbox_mails add constraint no_mail check (subject not like 'Please answer%') not valid`;
    expect(await remindDue(DUE)).toBe(0);
    expect(await db.pollReminder.count()).toBe(0);
    await db.$executeRaw`alter table outbox_mails drop constraint no_mail`;
    expect(await remindDue(DUE)).toBe(3);
  });

  it("is not sent after the deadline, in a closed poll, or to who answered between", async () => {
    await add();
    const [due] = await listDueReminders(DUE);
    const all = Object.fromEntries(slots.map((id) => [id, "no" as const]));
    await answer({ actor: series.cast.sg2CoChair, reference: series.reference }, all, DUE);
    expect(await remindPeople(due ?? { pollId: "", inviteeIds: [] }, DUE)).toBe(2);
    expect(await remindDue(CLOSES)).toBe(0);
    await closePoll(series.cast.sg2CoChair, { reference: series.reference }, DUE);
    expect(await remindDue(addMinutes(DUE, 60))).toBe(0);
  });

  it("goes to nobody when no missing answer can change the best series any more", async () => {
    const [first = ""] = slots;
    await withdrawSlot(series.cast.sg2CoChair, { reference: series.reference, slotId: first }, OPENED);
    const rest = Object.fromEntries(slots.slice(1).map((id) => [id, "yes" as const]));
    await add();
    expect(await findDecidingPeople(await main(), DUE)).toHaveProperty("size", 4);
    for (const actor of [series.cast.sg2CoChair, series.cast.sg20CoChair])
      await answer({ actor, reference: series.reference }, rest, DUE);
    expect((await listDueReminders(DUE))[0]?.inviteeIds).toHaveLength(1);
    expect(await findDecidingPeople(await main(), DUE)).toHaveProperty("size", 0);
    expect(await remindDue(DUE)).toBe(0);
    expect(await reminded()).toEqual([]);
  });
});
