import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { addGroupSchema, addMeetingSchema, updateGroupSchema } from "#lib/groups/schema";
import { addGroup } from "#lib/groups/usecases/add-group";
import { addGroupMeeting } from "#lib/groups/usecases/add-group-meeting";
import { listGroupTree } from "#lib/groups/usecases/list-group-tree";
import { removeGroup } from "#lib/groups/usecases/remove-group";
import { removeGroupMeeting } from "#lib/groups/usecases/remove-group-meeting";
import { showGroup } from "#lib/groups/usecases/show-group";
import { updateGroup } from "#lib/groups/usecases/update-group";
import { updateGroupMeeting } from "#lib/groups/usecases/update-group-meeting";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";

const NOW = new Date("2027-03-01T22:30:00Z"); // already 2 March in Kathmandu, still 1 March in Geneva
const FORBIDDEN = { code: "forbidden" };

let series: JointSeriesFixture;
let period: string;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries();
  period = (await db.studyPeriod.findFirstOrThrow()).id;
});
afterAll(() => db.$disconnect());

const idOf = async (reference: string) => (await db.group.findFirstOrThrow({ where: { reference } })).id;

describe("the pages of groups", () => {
  it("show whoever is signed in the groups from the study period down", async () => {
    const { periods, mayImport, mayAdd } = await listGroupTree(series.cast.stranger);
    expect([mayImport, mayAdd]).toEqual([false, false]);
    expect(periods.map(({ period: { name } }) => name)).toEqual(["2025-2028"]);
    expect(periods[0]?.branches.map(({ group }) => group.reference)).toEqual(["TSAG", "SG2", "SG20"]);
    expect(periods[0]?.branches[1]?.below[0]).toMatchObject({
      group: { reference: "WP1/2" },
      below: [{ group: { reference: "Q1/2" } }],
    });
  });

  it("show a group with what is above and below it, its lists, and who holds which role today", async () => {
    const view = await showGroup(series.cast.stranger, "sg2", NOW);
    expect(view).toMatchObject({
      group: { reference: "SG2", lists: ["sg2@lists.example.org"], secretariatEmail: "tsb.sg2@example.org" },
      ...{ above: [], mayEdit: false, mayRemove: false, parents: [] },
    });
    expect(view.roles.map(({ name, role }) => [name, role])).toEqual([
      ["Carla Chair", "chair"],
      ["Sam Secretary", "secretariat"],
    ]);
    expect(JSON.stringify(view.roles)).not.toContain("@");
    const question = await showGroup(series.cast.sg2Secretariat, "q1-2", NOW);
    expect(question.above.map(({ reference }) => reference)).toEqual(["SG2", "WP1/2"]);
    expect(question.parents.map(({ reference }) => reference).sort()).toEqual(["SG2", "WP1/2"]);
    expect(question.mayEdit).toBe(true);
  });

  it("leave out roles that ended or have not begun, by the day in Geneva", async () => {
    const hold = (fromDay: string, toDay: string | null, name: string) =>
      db.roleHolding.create({
        data: {
          ...{ role: "delegate", fromDay: new Date(fromDay), toDay: toDay === null ? null : new Date(toDay) },
          group: { connect: { id: series.sg20 } },
          person: { create: { name, email: `${name}@example.org` } },
        },
      });
    await hold("2026-01-01", "2027-03-01", "last-day");
    await hold("2026-01-01", "2027-02-28", "over");
    await hold("2027-03-01", null, "first-day");
    await hold("2027-03-02", null, "tomorrow");
    const { roles } = await showGroup(series.cast.stranger, "sg20", NOW);
    const delegates = roles.filter(({ role }) => role === "delegate").map(({ name }) => name);
    expect(delegates).toEqual(["first-day", "last-day"]);
  });

  it.each(["sg99", "nonsense", "q1/2", "\u0000", "x".repeat(100_000)])("are none at %#", async (address) => {
    await expect(showGroup(series.cast.administrator, address, NOW)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("updateGroup", () => {
  const change = async (reference: string, more = {}) => {
    const { id, version } = await db.group.findFirstOrThrow({ where: { reference } });
    return { groupId: id, version, title: "New title", lists: ["b@example.org", "a@example.org"], ...more };
  };

  it("writes title, lists and secretariat anew, and keeps before and after", async () => {
    await updateGroup(
      series.cast.sg2Secretariat,
      await change("SG2", { secretariatEmail: "new@example.org" }),
    );
    const { group } = await showGroup(series.cast.stranger, "sg2", NOW);
    expect(group).toMatchObject({
      ...{ title: "New title", lists: ["a@example.org", "b@example.org"] },
      ...{ secretariatEmail: "new@example.org", version: 2, parentId: null },
    });
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "groupUpdate",
        before: { title: "", lists: ["sg2@lists.example.org"] },
        after: { reference: "SG2", title: "New title" },
      },
    ]);
  });

  it("moves a Question to its Study Group, and refuses a place where it cannot stand", async () => {
    const { sg2Secretariat } = series.cast;
    await updateGroup(sg2Secretariat, await change("Q1/2", { parentId: series.sg2 }));
    expect((await showGroup(sg2Secretariat, "q1-2", NOW)).above.map(({ reference }) => reference)).toEqual([
      "SG2",
    ]);
    for (const parentId of [series.sg20, await idOf("WP2/20"), await idOf("Q6/20")])
      await expect(updateGroup(sg2Secretariat, await change("Q1/2", { parentId }))).rejects.toMatchObject({
        fields: { parentId: [{ key: "field.invalid" }] },
      });
  });

  it("gives no secretariat to a Question", async () => {
    await updateGroup(series.cast.administrator, await change("Q1/2", { secretariatEmail: "x@example.org" }));
    expect((await showGroup(series.cast.administrator, "q1-2", NOW)).group.secretariatEmail).toBeNull();
  });

  it("takes one of two changes that saw the same state", async () => {
    const seen = await change("SG2");
    const saves = await Promise.allSettled(
      ["One", "Two"].map((title) => updateGroup(series.cast.administrator, { ...seen, title })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(saves.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("refuses the other side's secretariat and every other role, and stores nothing", async () => {
    const { sg20Secretariat, sg2Chair, sg2CoChair, sg2Delegate, stranger } = series.cast;
    for (const actor of [sg20Secretariat, sg2Chair, sg2CoChair, sg2Delegate, stranger])
      await expect(updateGroup(actor, await change("SG2"))).rejects.toMatchObject(FORBIDDEN);
    expect((await showGroup(stranger, "sg2", NOW)).group).toMatchObject({ title: "", version: 1 });
  });
});

describe("addGroup and removeGroup", () => {
  const below = (parentId: string | undefined, reference: string) => ({
    ...{ studyPeriodId: period, parentId, reference, title: "A title" },
  });

  it("adds below a group, and removes it while nothing stands on it", async () => {
    const { sg2Secretariat } = series.cast;
    expect(await addGroup(sg2Secretariat, below(series.sg2, "wp 3/2"))).toBe("WP3/2");
    const { group, mayRemove } = await showGroup(sg2Secretariat, "wp3-2", NOW);
    expect([group.kind, group.parentId, group.title, mayRemove]).toEqual(["WP", series.sg2, "A title", true]);
    await addGroup(sg2Secretariat, below(group.id, "Q9/2"));
    await expect(removeGroup(sg2Secretariat, group.id)).rejects.toMatchObject({
      words: { key: "groups.inUse" },
    });
    await removeGroup(sg2Secretariat, await idOf("Q9/2"));
    await removeGroup(sg2Secretariat, group.id);
    expect(await db.group.count({ where: { reference: { in: ["WP3/2", "Q9/2"] } } })).toBe(0);
    const acts = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(acts.map(({ action }) => action)).toEqual(["groupAdd", "groupAdd", "groupRemove", "groupRemove"]);
  });

  it("lets only administrators add and remove Study Groups", async () => {
    await expect(addGroup(series.cast.sg2Secretariat, below(undefined, "SG5"))).rejects.toMatchObject(
      FORBIDDEN,
    );
    expect(await addGroup(series.cast.administrator, below(undefined, "SG5"))).toBe("SG5");
    await expect(removeGroup(series.cast.sg2Secretariat, series.sg2)).rejects.toMatchObject(FORBIDDEN);
    await removeGroup(series.cast.administrator, await idOf("SG5"));
  });

  it.each([
    ["Group 7", "groups.noReference"],
    ["Q1/2", "groups.referenceTaken"],
    ["Q1/20", "groups.referenceElsewhere"],
    ["SG5", "groups.referenceElsewhere"],
  ])("refuses %s below SG2 in words", async (reference, key) => {
    const before = await db.group.count();
    await expect(addGroup(series.cast.administrator, below(series.sg2, reference))).rejects.toMatchObject({
      fields: { reference: [{ key }] },
    });
    expect(await db.group.count()).toBe(before);
  });

  it("keeps a group that a series, a role or a meeting stands on", async () => {
    for (const id of [series.sg2, await idOf("Q1/2"), series.tsag])
      await expect(removeGroup(series.cast.administrator, id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("adds once when two do it at the same moment", async () => {
    const adds = await Promise.allSettled(
      [1, 2].map(() => addGroup(series.cast.administrator, below(series.sg2, "Q7/2"))),
    );
    expect(adds.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.group.count({ where: { reference: "Q7/2" } })).toBe(1);
  });
});

describe("meetings of a group", () => {
  const facts = (more = {}) => ({
    ...{ title: "SG2 meeting", place: "Geneva", opensOn: "2027-05-10", closesOn: "2027-05-20" },
    ...{ source: "Collective letter 1", asOf: "2027-02-01", ...more },
  });

  it("are entered, corrected and taken out, with source and day", async () => {
    const { sg2Secretariat } = series.cast;
    await addGroupMeeting(sg2Secretariat, { groupId: series.sg2, ...facts() });
    const [entered] = (await showGroup(sg2Secretariat, "sg2", NOW)).meetings;
    expect(entered).toEqual({ ...facts(), id: entered?.id, version: 1 });
    const seen = { meetingId: entered?.id ?? "", version: 1 };
    await updateGroupMeeting(sg2Secretariat, { ...seen, ...facts({ closesOn: "2027-05-21" }) });
    await expect(updateGroupMeeting(sg2Secretariat, { ...seen, ...facts() })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await showGroup(sg2Secretariat, "sg2", NOW)).meetings[0]?.closesOn).toBe("2027-05-21");
    await removeGroupMeeting(sg2Secretariat, seen.meetingId);
    expect((await showGroup(sg2Secretariat, "sg2", NOW)).meetings).toEqual([]);
    const acts = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(acts.map(({ action }) => action)).toEqual([
      ...["groupMeetingAdd", "groupMeetingUpdate", "groupMeetingRemove"],
    ]);
  });

  it("are shown until their last day is over in Geneva, next first", async () => {
    const { administrator } = series.cast;
    const days = [
      ["2027-02-20", "2027-02-28"],
      ["2027-04-01", "2027-04-02"],
      ["2027-02-25", "2027-03-01"],
    ] as const;
    for (const [opensOn, closesOn] of days)
      await addGroupMeeting(administrator, { groupId: series.sg2, ...facts({ opensOn, closesOn }) });
    const { meetings } = await showGroup(administrator, "sg2", NOW);
    expect(meetings.map(({ closesOn }) => closesOn)).toEqual(["2027-03-01", "2027-04-02"]);
  });

  it("are left alone by everybody else", async () => {
    await addGroupMeeting(series.cast.administrator, { groupId: series.sg2, ...facts() });
    const { id } = await db.groupMeeting.findFirstOrThrow();
    for (const actor of [series.cast.sg20Secretariat, series.cast.sg2Chair]) {
      await expect(addGroupMeeting(actor, { groupId: series.sg2, ...facts() })).rejects.toMatchObject(
        FORBIDDEN,
      );
      await expect(
        updateGroupMeeting(actor, { meetingId: id, version: 1, ...facts({ title: "Mine" }) }),
      ).rejects.toMatchObject(FORBIDDEN);
      await expect(removeGroupMeeting(actor, id)).rejects.toMatchObject(FORBIDDEN);
    }
    expect(await db.groupMeeting.findMany()).toMatchObject([{ title: "SG2 meeting", version: 1 }]);
  });

  it("end on or after the day they open", () => {
    const groupId = series.sg2;
    expect(addMeetingSchema.safeParse({ groupId, ...facts({ closesOn: "2027-05-10" }) }).success).toBe(true);
    const { error } = addMeetingSchema.safeParse({ groupId, ...facts({ closesOn: "2027-05-09" }) });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["closesOn", "groups.closesBeforeOpening"],
    ]);
  });
});

describe("forms of groups", () => {
  const group = (more = {}) => ({
    ...{ groupId: series.sg2, version: "1", title: "T", lists: "", secretariatEmail: "", ...more },
  });

  it("take lists apart by blanks, commas, semicolons and lines, in lower case", () => {
    const lists = "A@example.org, b@example.org;\r\nc@example.org  d@example.org";
    expect(updateGroupSchema.parse(group({ lists })).lists).toEqual([
      ...["a@example.org", "b@example.org", "c@example.org", "d@example.org"],
    ]);
  });

  it.each([
    [{ lists: "not an address" }, "lists", "groups.listAddress"],
    [{ lists: "a@example.org\u0000" }, "lists", "groups.listAddress"],
    [{ lists: "x".repeat(100_000) }, "lists", "field.tooLong"],
    [
      { lists: Array.from({ length: 21 }, (_, n) => `l${n}@example.org`).join(" ") },
      "lists",
      "groups.listAddress",
    ],
    [{ secretariatEmail: "tsb@example.org\r\nBcc: x@example.org" }, "secretariatEmail", "field.email"],
    [{ title: "a\nb" }, "title", "field.noLineBreaks"],
    [{ title: "x".repeat(501) }, "title", "field.tooLong"],
  ])("refuse %# in words", (change, field, key) => {
    const { error } = updateGroupSchema.safeParse(group(change));
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([field, key]);
  });

  it("take titles in any script", () => {
    const input = { studyPeriodId: period, reference: "Q7/2", title: "الترقيم والعنونة 编号 🙂" };
    expect(addGroupSchema.parse(input).title).toBe(input.title);
  });
});
