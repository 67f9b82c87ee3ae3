import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { endRole } from "#lib/people/usecases/end-role";
import { giveRole } from "#lib/people/usecases/give-role";
import { invitePerson } from "#lib/people/usecases/invite-person";
import { listPeople } from "#lib/people/usecases/list-people";
import { listOffers, showPerson } from "#lib/people/usecases/show-person";
import { emptyDatabase } from "../../support/clean.ts";
import { actorOf, type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const NOW = new Date("2027-03-01T22:30:00Z"); // already 2 March in Kathmandu, still 1 March in Geneva
const FORBIDDEN = { code: "forbidden" };

let series: JointSeriesFixture;
let questionOfSg2: string;
let questionOfSg20: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  questionOfSg2 = (await db.group.findFirstOrThrow({ where: { reference: "Q1/2" } })).id;
  questionOfSg20 = (await db.group.findFirstOrThrow({ where: { reference: "Q6/20" } })).id;
});
afterAll(() => db.$disconnect());

const newPerson = (more: Partial<Parameters<typeof invitePerson>[1]> = {}) => ({
  ...{ name: "Nia New", honorific: "Dr", email: "nia@example.org", entity: "Example", country: "KE" },
  ...{ timeZone: "Africa/Nairobi", role: "rapporteur" as const, groupId: questionOfSg2, ...more },
});
const counts = async () => [
  await db.person.count(),
  await db.roleHolding.count(),
  await db.outboxMail.count(),
  await db.auditEntry.count(),
];

describe("invitePerson", () => {
  it("writes the person down with a role from today in Geneva, and mails how to sign in", async () => {
    const id = await invitePerson(series.cast.sg2Secretariat, newPerson(), NOW);
    const person = await db.person.findUniqueOrThrow({ where: { id }, include: { roleHoldings: true } });
    expect(person).toMatchObject({
      ...{ name: "Nia New", honorific: "Dr", email: "nia@example.org", entity: "Example", country: "KE" },
      ...{ timeZone: "Africa/Nairobi", emailVerified: null },
      roleHoldings: [
        { role: "rapporteur", groupId: questionOfSg2, fromDay: new Date("2027-03-01"), toDay: null },
      ],
    });
    const [mail] = await db.outboxMail.findMany();
    expect(mail).toMatchObject({ kind: "invitation", toAddress: "nia@example.org", toName: "Nia New" });
    expect(mail?.text).toContain("Sam Secretary has entered you");
    expect(mail?.text).toMatch(/^https?:\/\/\S+\/sign-in$/m);
    const acts = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(acts.map(({ action, after }) => [action, after])).toEqual([
      ["personInvite", { name: "Nia New" }],
      ["roleGive", { name: "Nia New", role: "rapporteur", group: "Q1/2", fromDay: "2027-03-01" }],
    ]);
  });

  it("refuses an address that somebody has, and stores nothing", async () => {
    const before = await counts();
    await expect(
      invitePerson(series.cast.administrator, newPerson({ email: "sam.secretary@example.org" }), NOW),
    ).rejects.toMatchObject({ code: "invalid", fields: { email: [{ key: "people.addressKnown" }] } });
    expect(await counts()).toEqual(before);
  });

  it("refuses whoever may not give that role there, and stores nothing", async () => {
    const before = await counts();
    const { sg2Secretariat, sg2Chair, sg2CoChair, sg2Delegate, stranger } = series.cast;
    for (const actor of [sg2Chair, sg2CoChair, sg2Delegate, stranger])
      await expect(invitePerson(actor, newPerson(), NOW)).rejects.toMatchObject(FORBIDDEN);
    for (const more of [
      { groupId: questionOfSg20 },
      { role: "administrator" as const, groupId: null },
      { role: "secretariat" as const },
    ])
      await expect(invitePerson(sg2Secretariat, newPerson(more), NOW)).rejects.toMatchObject(FORBIDDEN);
    expect(await counts()).toEqual(before);
  });

  it("invites once when two do it at the same moment", async () => {
    const { administrator, sg2Secretariat } = series.cast;
    const outcomes = await Promise.allSettled(
      [administrator, sg2Secretariat].map((actor) => invitePerson(actor, newPerson(), NOW)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.person.count({ where: { email: "nia@example.org" } })).toBe(1);
    expect(await db.outboxMail.count()).toBe(1);
  });
});

describe("giveRole", () => {
  const role = (more = {}) => ({
    ...{ personId: series.cast.stranger.id, role: "delegate" as const, groupId: series.sg2 },
    ...{ fromDay: "2027-03-01", toDay: null, ...more },
  });

  it("gives the role from its first day on, and it counts from then", async () => {
    await giveRole(series.cast.sg2Secretariat, role({ fromDay: "2025-01-01", toDay: "2099-12-31" }));
    const actor = await actorOf(series.cast.stranger.id);
    expect(actor.roles).toEqual([{ role: "delegate", groupId: series.sg2, group: "SG2" }]);
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "roleGive", after: { group: "SG2", fromDay: "2025-01-01", toDay: "2099-12-31" } },
    ]);
  });

  it("refuses a role that the person has on one of those days, and takes it once it ended", async () => {
    await giveRole(series.cast.administrator, role({ toDay: "2027-03-31" }));
    await expect(giveRole(series.cast.administrator, role({ fromDay: "2027-03-31" }))).rejects.toMatchObject({
      fields: { role: [{ key: "people.roleHeld" }] },
    });
    await giveRole(series.cast.administrator, role({ fromDay: "2027-04-01" }));
    expect(await db.roleHolding.count({ where: { personId: series.cast.stranger.id } })).toBe(2);
  });

  it("keeps one when two give the same at the same moment", async () => {
    const { administrator, sg2Secretariat } = series.cast;
    await Promise.allSettled([administrator, sg2Secretariat].map((actor) => giveRole(actor, role())));
    expect(await db.roleHolding.count({ where: { personId: series.cast.stranger.id } })).toBe(1);
  });

  it("refuses a secretariat outside its Study Group, and whoever holds no such office", async () => {
    const before = await counts();
    const { sg2Secretariat, sg2Chair, stranger } = series.cast;
    await expect(giveRole(sg2Secretariat, role({ groupId: series.sg20 }))).rejects.toMatchObject(FORBIDDEN);
    await expect(
      giveRole(sg2Secretariat, role({ role: "administrator", groupId: null })),
    ).rejects.toMatchObject(FORBIDDEN);
    for (const actor of [sg2Chair, stranger])
      await expect(giveRole(actor, role())).rejects.toMatchObject(FORBIDDEN);
    expect(await counts()).toEqual(before);
  });
});

describe("endRole", () => {
  const held = async (personId: string) =>
    (await db.roleHolding.findFirstOrThrow({ where: { personId } })).id;

  it("keeps the role through its last day and not longer", async () => {
    const { sg2Delegate, sg2Secretariat } = series.cast;
    const holdingId = await held(sg2Delegate.id);
    await endRole(sg2Secretariat, { holdingId, toDay: "2027-03-01" }, NOW);
    const row = await db.roleHolding.findUniqueOrThrow({ where: { id: holdingId } });
    expect(row.toDay).toEqual(new Date("2027-03-01"));
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "roleEnd", before: { toDay: null }, after: { group: "Q1/2", toDay: "2027-03-01" } },
    ]);
  });

  it("ends it at once with a day that is over", async () => {
    const { sg2Delegate, sg2Secretariat } = series.cast;
    await endRole(sg2Secretariat, { holdingId: await held(sg2Delegate.id), toDay: "2025-06-01" });
    expect((await actorOf(sg2Delegate.id)).roles).toEqual([]);
  });

  it("takes a role back with the day before its first, and refuses an earlier one", async () => {
    const { sg2Delegate, sg2Secretariat } = series.cast;
    const holdingId = await held(sg2Delegate.id); // since 2025-01-01
    await expect(endRole(sg2Secretariat, { holdingId, toDay: "2024-12-30" }, NOW)).rejects.toMatchObject({
      fields: { toDay: [{ key: "people.endsBeforeStart" }] },
    });
    await endRole(sg2Secretariat, { holdingId, toDay: "2024-12-31" }, NOW);
    expect((await actorOf(sg2Delegate.id)).roles).toEqual([]);
  });

  it("never leaves the installation without an administrator", async () => {
    const { administrator, stranger } = series.cast;
    const holdingId = await held(administrator.id);
    for (const toDay of ["2027-02-28", "2027-03-01", "2030-01-01"])
      await expect(endRole(administrator, { holdingId, toDay }, NOW)).rejects.toMatchObject({
        words: { key: "people.lastAdministrator" },
      });
    const next = { personId: stranger.id, role: "administrator" as const, groupId: null };
    await giveRole(administrator, { ...next, fromDay: "2027-03-02", toDay: null });
    await expect(endRole(administrator, { holdingId, toDay: "2027-02-28" }, NOW)).rejects.toMatchObject({
      code: "conflict", // nobody on 1 March
    });
    await endRole(administrator, { holdingId, toDay: "2027-03-01" }, NOW);
    const rows = await db.roleHolding.findMany({
      where: { role: "administrator" },
      orderBy: { fromDay: "asc" },
    });
    expect(rows.map(({ toDay }) => toDay?.toISOString().slice(0, 10) ?? null)).toEqual(["2027-03-01", null]);
  });

  it("keeps one administrator when two end each other's role at the same moment", async () => {
    const { administrator, stranger } = series.cast;
    const next = { personId: stranger.id, role: "administrator" as const, groupId: null };
    await giveRole(administrator, { ...next, fromDay: "2025-01-01", toDay: null });
    const other = await actorOf(stranger.id);
    const ends = [
      { actor: administrator, holdingId: await held(stranger.id) },
      { actor: other, holdingId: await held(administrator.id) },
    ];
    await Promise.allSettled(
      ends.map(({ actor, holdingId }) => endRole(actor, { holdingId, toDay: "2027-02-28" }, NOW)),
    );
    expect(await db.roleHolding.count({ where: { role: "administrator", toDay: null } })).toBe(1);
  });

  it("refuses another Study Group's secretariat, and whoever holds no such office", async () => {
    const { sg2Delegate, sg20Secretariat, sg2Chair } = series.cast;
    const holdingId = await held(sg2Delegate.id);
    for (const actor of [sg20Secretariat, sg2Chair, sg2Delegate])
      await expect(endRole(actor, { holdingId, toDay: "2027-03-01" }, NOW)).rejects.toMatchObject(FORBIDDEN);
    expect((await db.roleHolding.findUniqueOrThrow({ where: { id: holdingId } })).toDay).toBeNull();
  });
});

describe("the register", () => {
  it("shows administrators and secretariats everybody, with roles and addresses", async () => {
    for (const actor of [series.cast.administrator, series.cast.sg2Secretariat]) {
      const people = await listPeople(actor);
      expect(people.map(({ name }) => name)).toEqual([...people.map(({ name }) => name)].sort());
      const dora = people.find(({ name }) => name === "Dora Delegate");
      expect(dora).toMatchObject({
        email: "dora.delegate@example.org",
        roles: [
          { role: "delegate", place: { reference: "Q1/2", studyGroupId: series.sg2 }, fromDay: "2025-01-01" },
        ],
      });
    }
  });

  it.each([
    ["dora", ["Dora Delegate"]],
    ["DELEGATE", ["Dev Delegate", "Dora Delegate"]],
    ["%", []],
    ["_", []],
    ["\u0000", 10],
    ["x".repeat(100_000), []],
    ["مندوب", []],
  ])("finds by a part of name, entity or address: %#", async (search, expected) => {
    const found = (await listPeople(series.cast.administrator, search)).map(({ name }) => name);
    expect(typeof expected === "number" ? found.length : found).toEqual(expected);
  });

  it("is closed to everybody else, one's own page in it too", async () => {
    const { sg2Chair, sg2CoChair, sg2Delegate, stranger } = series.cast;
    for (const actor of [sg2Chair, sg2CoChair, sg2Delegate, stranger]) {
      await expect(listPeople(actor)).rejects.toMatchObject(FORBIDDEN);
      await expect(showPerson(actor, actor.id)).rejects.toMatchObject(FORBIDDEN);
      await expect(listOffers(actor)).rejects.toMatchObject(FORBIDDEN);
    }
  });

  it("says of a person what the reader may give and end", async () => {
    const view = await showPerson(series.cast.sg2Secretariat, series.cast.sg20Delegate.id);
    expect(view.endable).toEqual([]);
    expect(view.offers.map(({ place }) => place?.reference)).toEqual(["Q1/2", "SG2", "WP1/2"]);
    const own = await showPerson(series.cast.sg2Secretariat, series.cast.sg2Delegate.id);
    expect(own.endable).toEqual(own.person.roles.map(({ id }) => id));
    const all = await showPerson(series.cast.administrator, series.cast.sg20Delegate.id);
    expect(all.offers.map(({ place }) => place?.reference)).toEqual([
      ...[undefined, "Q1/2", "Q6/20", "SG2", "SG20", "TSAG", "WP1/2", "WP2/20"],
    ]);
  });

  it.each(["nobody", "01a20480-8eeb-72ce-a197-d849c7306eb1", "\u0000"])("has no page for %j", async (id) => {
    await expect(showPerson(series.cast.administrator, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
