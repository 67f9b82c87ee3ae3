import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { emptyDatabase } from "../../support/clean.ts";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

const AT = new Date("2027-03-28T01:30:00.123Z");

describe("an instant", () => {
  it("is stored as that instant and read back as it, though the server lives in another zone", async () => {
    const { id } = await db.person.create({
      data: { name: "Ada", email: "ada@example.org", emailVerified: AT },
    });
    const seen = await db.$queryRaw<{ epoch: number }[]>`
      select extract(epoch from email_verified)::float8 as epoch from people`;
    expect(seen[0]?.epoch).toBe(AT.getTime() / 1000);
    expect((await db.person.findUniqueOrThrow({ where: { id } })).emailVerified).toEqual(AT);
  });

  it("is asked for in UTC on every connection", async () => {
    const roles = await db.$queryRaw<{ set: string[] }[]>`
      select setconfig as set from pg_db_role_setting join pg_roles on setrole = pg_roles.oid
      where rolname = current_user`;
    expect(roles.flatMap((role) => role.set)).toContain("TimeZone=Asia/Kathmandu");
    const zones = await db.$queryRaw<{ zone: string }[]>`select current_setting('TimeZone') as zone`;
    expect(zones).toEqual([{ zone: "UTC" }]);
  });
});
