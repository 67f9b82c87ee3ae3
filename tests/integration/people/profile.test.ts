import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { profileSchema } from "#lib/people/schema";
import { showProfile } from "#lib/people/usecases/show-profile";
import { updateProfile } from "#lib/people/usecases/update-profile";
import type { Actor } from "#lib/people/domain/actor";
import { emptyDatabase } from "../../support/clean.ts";
import { actorOf } from "../../support/joint-series.ts";

let ana: Actor;
beforeEach(async () => {
  await emptyDatabase();
  ana = await actorOf((await db.person.create({ data: { email: "ana@example.org", name: "Ana" } })).id);
});
afterAll(() => db.$disconnect());

const profile = (more = {}) => ({
  ...{
    name: "Ana Ångström",
    honorific: "Dr",
    entity: "Example",
    country: "SE",
    timeZone: "Europe/Stockholm",
  },
  ...{ version: 1, ...more },
});

describe("updateProfile", () => {
  it("changes everything but the address, and keeps before and after", async () => {
    await updateProfile(ana, profile());
    const { version: _version, ...facts } = profile();
    expect(await showProfile(ana)).toMatchObject({ ...facts, email: "ana@example.org", version: 2 });
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        ...{ action: "profileUpdate", personId: ana.id, after: facts },
        before: { name: "Ana", honorific: null, entity: "", country: null, timeZone: "Europe/Zurich" },
      },
    ]);
  });

  it("refuses what was filled in before somebody else saved, and one of two at the same moment", async () => {
    const saves = await Promise.allSettled([
      updateProfile(ana, profile({ name: "One" })),
      updateProfile(ana, profile({ name: "Two" })),
    ]);
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(updateProfile(ana, profile())).rejects.toMatchObject({ code: "conflict" });
    expect([(await showProfile(ana)).version, await db.auditEntry.count()]).toEqual([2, 1]);
  });
});

describe("profileSchema", () => {
  it.each([
    [{ name: "" }, "name", "field.required"],
    [{ name: "   " }, "name", "field.required"],
    [{ name: "x".repeat(100_000) }, "name", "field.tooLong"],
    [{ name: "Ana\r\nBcc: eve@example.org" }, "name", "field.noLineBreaks"],
    [{ name: "Ana\u0000" }, "name", "field.noLineBreaks"],
    [{ timeZone: "Mars/Olympus" }, "timeZone", "field.timeZone"],
    [{ country: "XX" }, "country", "people.unknownCountry"],
    [{ honorific: "x".repeat(21) }, "honorific", "field.tooLong"],
  ])("refuses %j in words", (change, field, key) => {
    const { error } = profileSchema.safeParse(profile(change));
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, key]]);
  });

  it.each(["علي", "李明", "Ana 🙂", "O’Neill-Müller"])("takes the name %s", (name) => {
    expect(profileSchema.parse(profile({ name })).name).toBe(name);
  });

  it("takes an empty country and form of address for none", () => {
    expect(profileSchema.parse(profile({ country: "", honorific: "" }))).toMatchObject({
      ...{ country: null, honorific: null },
    });
  });
});
