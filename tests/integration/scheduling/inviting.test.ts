import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { inviteByCsv, previewCsv } from "#lib/scheduling/usecases/invite-by-csv";
import { inviteByRole } from "#lib/scheduling/usecases/invite-by-role";
import { mergeInvitees } from "#lib/scheduling/usecases/merge-invitees";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { removeInvitee } from "#lib/scheduling/usecases/remove-invitee";
import { setRequired } from "#lib/scheduling/usecases/set-required";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewInvitations } from "#lib/scheduling/usecases/view-invitations";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { AFTER, answer, DEADLINE, mailedToken, offerFour, openFour, OPENED } from "../../support/poll.ts";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
});
afterAll(() => db.$disconnect());

const refusal = (code: string, key: string) => ({ code, words: expect.objectContaining({ key }) });
const view = (actor = series.cast.sg2CoChair, now = OPENED) =>
  viewInvitations(actor, { reference: series.reference }, now);
const names = async () =>
  (await db.pollInvitee.findMany({ include: { person: true }, orderBy: { person: { name: "asc" } } })).map(
    ({ person }) => person.name,
  );
const chairs = async () =>
  (await view()).offers.flatMap(({ offers }) =>
    offers.filter(({ kind }) => kind === "chair").map(({ key }) => key),
  );
const invite = async (offers: string[], actor = series.cast.sg2CoChair, now = OPENED) =>
  inviteByRole(actor, { reference: series.reference, offers }, now);

describe("inviteByRole", () => {
  it("puts role holders of both sides on the list of a draft, and mails them when the poll opens", async () => {
    await offerFour(series);
    expect(await invite(await chairs())).toBe(2);
    expect(
      await db.pollInvitee.findMany({ select: { sideId: true, tokenHash: true, linkNumber: true } }),
    ).toEqual(
      expect.arrayContaining([
        { sideId: series.sideA, tokenHash: null, linkNumber: 0 },
        { sideId: series.sideB, tokenHash: null, linkNumber: 0 },
      ]),
    );
    expect(await db.outboxMail.count()).toBe(0);
    const input = { reference: series.reference, ...DEADLINE, quorum: { A: 3, B: 3 } };
    expect(await openPoll(series.cast.sg2CoChair, input, OPENED)).toBe(6);
    expect(await mailedToken("carla.chair@example.org")).toHaveLength(22);
    expect(await db.pollInvitee.count({ where: { linkNumber: 1, tokenHash: { not: null } } })).toBe(6);
  });

  it("mails at once while the poll is open, and the second time nobody is new", async () => {
    await openFour(series);
    expect(await invite(await chairs(), series.cast.sg20Secretariat)).toBe(2);
    expect(await mailedToken("cyril.chair@example.org")).toHaveLength(22);
    await expect(invite(await chairs())).rejects.toMatchObject(
      refusal("conflict", "scheduling.inviting.refusal.nobodyNew"),
    );
    expect(await db.auditEntry.findFirst({ where: { action: "pollInvite" } })).toMatchObject({
      after: { people: 2, roles: ["chair SG2", "chair SG20"] },
    });
  });

  it("refuses nothing ticked, an unknown offer, a closed poll and everybody else, and stores nothing", async () => {
    await openFour(series);
    const keys = await chairs();
    await expect(invite([])).rejects.toMatchObject({ code: "invalid" });
    await expect(invite([...keys, "x"])).rejects.toMatchObject({ code: "conflict" });
    await expect(invite(keys, series.cast.sg2CoChair, AFTER)).rejects.toMatchObject({ code: "conflict" });
    for (const name of ["sg2Delegate", "administrator", "sg2Chair"] as const)
      await expect(invite(keys, series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(invite(keys, series.cast.stranger)).rejects.toMatchObject({ code: "not_found" });
    expect([await db.pollInvitee.count(), await db.outboxMail.count()]).toEqual([4, 4]);
  });

  it("asks everybody once when both sides add the same people at once", async () => {
    await openFour(series);
    const keys = await chairs();
    const done = await Promise.allSettled([
      ...[1, 2, 3].map(() => invite(keys)),
      invite(keys, series.cast.sg20CoChair),
    ]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await db.pollInvitee.count(), await db.outboxMail.count()]).toEqual([6, 6]);
  });
});

const HEAD = "name,entity,country,side,zone,email";
const csvInput = (...lines: string[]) => ({ reference: series.reference, csv: [HEAD, ...lines].join("\n") });

describe("inviteByCsv", () => {
  const GOOD = [
    "Nia New,Acme,kr,SG20,Asia/Seoul,Nia@Example.org",
    "Known Otherwise,Else,CH,A,Europe/Oslo,stan.stranger@example.org",
    "Dora Delegate,,,A,Europe/Oslo,dora.delegate@example.org",
  ];

  it("shows what a list would do, then does exactly that", async () => {
    await openFour(series);
    const input = csvInput(...GOOD);
    const preview = await previewCsv(series.cast.sg2Secretariat, input, OPENED);
    expect(preview).toMatchObject({ unchanged: 1, errors: [] });
    expect(preview.added.map(({ name, letter }) => [name, letter])).toEqual([
      ["Nia New", "B"],
      ["Known Otherwise", "A"],
    ]);
    expect(await db.person.count({ where: { email: "nia@example.org" } })).toBe(0);
    const { fingerprint } = preview;
    expect(await inviteByCsv(series.cast.sg2Secretariat, { ...input, fingerprint }, OPENED)).toBe(2);
    expect(await db.person.findUnique({ where: { email: "nia@example.org" } })).toMatchObject({
      ...{ name: "Nia New", entity: "Acme", country: "KR", timeZone: "Asia/Seoul" },
    });
    // A known person keeps what that person set.
    expect(await names()).toContain("Stan Stranger");
    expect(await mailedToken("nia@example.org")).toHaveLength(22);
  });

  it.each([
    ["an address that is none", "X,,,A,Asia/Seoul,nobody", "scheduling.inviting.csv.email"],
    [
      "a name with a line break",
      '"X\r\nBcc: y@example.org",,,A,Asia/Seoul,x@example.org',
      "scheduling.inviting.csv.name",
    ],
    ["an unknown zone", "X,,,A,Mars/Base,x@example.org", "scheduling.inviting.csv.zone"],
    ["an unknown country", "X,,XX,A,Asia/Seoul,x@example.org", "scheduling.inviting.csv.country"],
    ["an unknown side", "X,,,SG99,Asia/Seoul,x@example.org", "scheduling.inviting.csv.side"],
    ["a cell too few", "X,,A,Asia/Seoul,x@example.org", "csv.cells"],
    [
      "a person of the other side",
      "X,,,B,Asia/Seoul,dora.delegate@example.org",
      "scheduling.inviting.csv.otherSide",
    ],
  ])("refuses the whole list for %s and names the line", async (_case, bad, key) => {
    await openFour(series);
    const input = csvInput(GOOD[0] ?? "", bad);
    const preview = await previewCsv(series.cast.sg2CoChair, input, OPENED);
    expect(preview.errors.map(({ line, words }) => [line >= 3, words.key])).toEqual([[true, key]]);
    const { fingerprint } = preview;
    await expect(
      inviteByCsv(series.cast.sg2CoChair, { ...input, fingerprint }, OPENED),
    ).rejects.toMatchObject(refusal("invalid", "scheduling.inviting.csv.hasErrors"));
    expect([await db.pollInvitee.count(), await db.person.count()]).toEqual([4, 10]);
  });

  it.each([
    ["no columns", "", "csv.head"],
    ["a strange column", "name,side,zone,email,salary", "csv.strange"],
    ["an open quotation mark", `${HEAD}\n"X,,,A,Asia/Seoul,x@example.org`, "csv.quotes"],
    ["too many lines", `${HEAD}\n${"X,,,A,Asia/Seoul,x@example.org\n".repeat(2_001)}`, "csv.tooMany"],
  ])("refuses a list with %s", async (_case, csv, key) => {
    await openFour(series);
    const { errors } = await previewCsv(series.cast.sg2CoChair, { reference: series.reference, csv }, OPENED);
    expect(errors.map(({ words }) => words.key)).toEqual([key]);
  });

  it("refuses when the list would do something else than the preview showed, and for delegates", async () => {
    await openFour(series);
    const { fingerprint } = await previewCsv(series.cast.sg2CoChair, csvInput(GOOD[0] ?? ""), OPENED);
    const other = { ...csvInput(...GOOD), fingerprint };
    await expect(inviteByCsv(series.cast.sg2CoChair, other, OPENED)).rejects.toMatchObject(
      refusal("conflict", "scheduling.inviting.csv.changed"),
    );
    await expect(previewCsv(series.cast.sg2Delegate, other, OPENED)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await db.pollInvitee.count()).toBe(4);
  });
});

describe("setRequired", () => {
  it("stores exactly who is required, also for members of a draft", async () => {
    await offerFour(series);
    const { sg2CoChair, sg20Delegate } = series.cast;
    const set = (required: string[], actor = sg2CoChair) =>
      setRequired(actor, { reference: series.reference, required }, OPENED);
    await set([sg2CoChair.id, sg20Delegate.id]);
    await set([sg20Delegate.id]);
    expect(await db.pollInvitee.findMany({ where: { required: true }, select: { personId: true } })).toEqual([
      { personId: sg20Delegate.id },
    ]);
    expect((await view()).people.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      "Dev Delegate",
    ]);
    await expect(set([series.cast.stranger.id])).rejects.toMatchObject({ code: "invalid" });
    await expect(set([], series.cast.sg2Secretariat)).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.pollInvitee.count({ where: { required: true } })).toBe(1);
  });
});

describe("mergeInvitees", () => {
  const merging = () =>
    db.outboxMail.findMany({
      where: { subject: { startsWith: "Two entries became one" } },
      orderBy: { toAddress: "asc" },
    });

  it("makes one entry of two: later answers count, one link stays, and the trail says so", async () => {
    const ids = await openFour(series);
    const [first = "", second = "", third = ""] = ids;
    const csv = csvInput("Dora Delegate,Example,,A,Europe/Oslo,d.o.r.a.delegate@example.org");
    const { fingerprint } = await previewCsv(series.cast.sg2CoChair, csv, OPENED);
    await inviteByCsv(series.cast.sg2CoChair, { ...csv, fingerprint }, OPENED);
    const old = { token: await mailedToken("dora.delegate@example.org") };
    const other = { token: await mailedToken("d.o.r.a.delegate@example.org") };
    await answer(old, { [first]: "no", [second]: "yes" }, new Date("2027-01-05"));
    await answer(other, { [first]: "yes", [third]: "no" }, new Date("2027-01-06"));
    const [double] = (await view()).doubles;
    expect(double?.reason).toBe("address");
    const keepId = await rowOf(series.cast.sg2Delegate.id);
    const twice = { person: { email: "d.o.r.a.delegate@example.org" } };
    const { id: mergeId } = await db.pollInvitee.findFirstOrThrow({ where: twice });
    const run = () =>
      mergeInvitees(
        series.cast.sg2Secretariat,
        { reference: series.reference, keepId, mergeId },
        new Date("2027-01-07"),
      );
    const done = await Promise.allSettled([run(), run()]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const merged = await viewAnswerSheet(old, new Date("2027-01-08"));
    expect(merged.answers).toEqual({ [first]: "yes", [second]: "yes", [third]: "no" });
    await expect(viewAnswerSheet(other, OPENED)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.pollInvitee.count()).toBe(4);
    expect(await db.auditEntry.findFirst({ where: { action: "inviteesMerge" } })).toMatchObject({
      before: { entryGone: "Dora Delegate, Example, SG2" },
      after: { entryKept: "Dora Delegate, Example, SG2", answersOf: 2 },
    });
    const [toGone, toKept] = await merging();
    expect(toGone).toMatchObject({ toAddress: "d.o.r.a.delegate@example.org" });
    expect(toGone?.text).not.toMatch(/dora\.delegate@|\/answer\//);
    expect(toKept).toMatchObject({ toAddress: "dora.delegate@example.org" });
    expect(toKept?.text).toContain(old.token);
    expect(toKept?.text).not.toContain("d.o.r.a.delegate@");
  });

  const rowOf = async (personId: string) =>
    (await db.pollInvitee.findFirstOrThrow({ where: { personId } })).id;
  const merge = (keepId: string, mergeId: string, actor = series.cast.sg2Secretariat) =>
    mergeInvitees(actor, { reference: series.reference, keepId, mergeId }, OPENED);
  /** Makes the delegate of SG2 and somebody else look like one person. */
  const likeDora = (personId: string) =>
    db.person.update({ where: { id: personId }, data: { name: "Dora Delegate" } });
  const nothingMerged = async (entries: number) => {
    expect(await db.pollInvitee.count()).toBe(entries);
    expect(await db.auditEntry.count({ where: { action: "inviteesMerge" } })).toBe(0);
    expect(await merging()).toEqual([]);
  };

  it("refuses two who do not look like one person, whoever asks, and nothing is stored", async () => {
    await openFour(series);
    const [dora, paul] = [await rowOf(series.cast.sg2Delegate.id), await rowOf(series.cast.sg2CoChair.id)];
    await expect(merge(dora, paul)).rejects.toMatchObject(
      refusal("conflict", "scheduling.inviting.refusal.notDouble"),
    );
    await expect(merge(dora, paul, series.cast.sg2CoChair)).rejects.toMatchObject({ code: "conflict" });
    await expect(merge(dora, dora)).rejects.toMatchObject({ code: "invalid" });
    await expect(merge(dora, paul, series.cast.sg2Delegate)).rejects.toMatchObject({ code: "forbidden" });
    await nothingMerged(4);
  });

  it("is within a side, and that side's own, while each side is hidden from the other", async () => {
    await openFour(series);
    const { cast } = series;
    await likeDora(cast.sg20Delegate.id);
    const across = [await rowOf(cast.sg2Delegate.id), await rowOf(cast.sg20Delegate.id)] as const;
    expect((await view(cast.sg2Secretariat)).doubles).toHaveLength(1);
    await db.datePoll.updateMany({ data: { hidesSides: true } });
    expect((await view(cast.sg2Secretariat)).doubles).toEqual([]);
    const hidden = refusal("forbidden", "scheduling.inviting.refusal.hiddenSides");
    await expect(merge(...across)).rejects.toMatchObject(hidden);
    await expect(merge(...across, cast.sg20CoChair)).rejects.toMatchObject(hidden);
    await nothingMerged(4);

    await db.pollInvitee.updateMany({ data: { sideId: series.sideB } });
    await expect(merge(...across)).rejects.toMatchObject(hidden);
    await nothingMerged(4);
    await merge(...across, cast.sg20Secretariat);
    expect(await db.pollInvitee.count()).toBe(3);
  });

  it("tells nobody before the poll is open, for nobody was told of an entry", async () => {
    await offerFour(series);
    for (const personId of [series.cast.sg2Chair.id, series.cast.stranger.id]) {
      await likeDora(personId);
      const [poll] = await db.datePoll.findMany();
      await db.pollInvitee.create({ data: { pollId: poll?.id ?? "", personId, sideId: series.sideA } });
    }
    await merge(await rowOf(series.cast.sg2Chair.id), await rowOf(series.cast.stranger.id));
    expect([await db.pollInvitee.count(), await db.outboxMail.count()]).toEqual([1, 0]);
  });
});

describe("removeInvitee", () => {
  it("takes off who has not answered, and keeps who has", async () => {
    const [first = ""] = await openFour(series);
    const token = await mailedToken("dev.delegate@example.org");
    await answer({ token }, { [first]: "yes" });
    const row = async (name: string) =>
      (await db.pollInvitee.findFirstOrThrow({ where: { person: { name } } })).id;
    const remove = async (name: string, actor = series.cast.sg20Secretariat) =>
      removeInvitee(actor, { reference: series.reference, inviteeId: await row(name) }, OPENED);
    await expect(remove("Dev Delegate")).rejects.toMatchObject({ code: "conflict" });
    await expect(remove("Dora Delegate", series.cast.sg2Delegate)).rejects.toMatchObject({
      code: "forbidden",
    });
    await remove("Dora Delegate");
    expect(await names()).toEqual(["Dev Delegate", "Jun Second", "Paul First"]);
  });
});

describe("viewInvitations", () => {
  it("shows who is asked to co-chairs and secretariats alone, and nobody's address", async () => {
    await openFour(series);
    const shown = await view(series.cast.sg20Secretariat);
    expect(shown.people.map(({ name, letter }) => [name, letter])).toEqual([
      ...[
        ["Dora Delegate", "A"],
        ["Paul First", "A"],
      ],
      ...[
        ["Dev Delegate", "B"],
        ["Jun Second", "B"],
      ],
    ]);
    expect(shown).toMatchObject({ mayRun: false, mayEnter: true });
    expect(JSON.stringify(shown)).not.toContain("@");
    for (const name of ["sg2Delegate", "sg2Chair"] as const)
      await expect(view(series.cast[name])).rejects.toMatchObject({ code: "forbidden" });
    await expect(view(series.cast.stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});
