import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "#lib/db/client";
import type { Actor } from "#lib/people/domain/actor";
import { profileSchema } from "#lib/people/schema";
import { updateProfile } from "#lib/people/usecases/update-profile";
import { countByZone } from "#lib/rules/domain/zone-people";
import { emptyDatabase } from "../../support/clean.ts";
import { makeJointSeries } from "../../support/joint-series.ts";

beforeEach(emptyDatabase);
afterAll(() => db.$disconnect());

it("brings zones that were kept under old or other spellings to their one name", async () => {
  const { cast } = await makeJointSeries();
  const write = ({ id }: Actor, timeZone: string) => db.person.update({ where: { id }, data: { timeZone } });
  await write(cast.sg2Delegate, "Asia/Calcutta");
  await write(cast.sg20Delegate, "asia/kolkata");
  await write(cast.stranger, "Europe/Kiev");
  const stay = { fromDay: new Date("2027-03-01"), toDay: new Date("2027-03-05"), timeZone: "Asia/Saigon" };
  await db.whereabouts.create({ data: { personId: cast.stranger.id, ...stay } });

  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(readFileSync("prisma/migrations/0006_current_zone_names/migration.sql", "utf8"));
  await client.end();

  const people = await db.person.findMany({
    where: { id: { in: [cast.sg2Delegate.id, cast.sg20Delegate.id, cast.stranger.id, cast.sg2Chair.id] } },
  });
  expect(countByZone(people)).toEqual([
    { timeZone: "Asia/Kolkata", people: 2 },
    { timeZone: "Europe/Kyiv", people: 1 },
    { timeZone: "Europe/Zurich", people: 1 },
  ]);
  expect((await db.whereabouts.findFirstOrThrow()).timeZone).toBe("Asia/Ho_Chi_Minh");
});

it("keeps a place under one name whatever name a form sends", async () => {
  const { cast } = await makeJointSeries();
  const { version } = await db.person.findUniqueOrThrow({ where: { id: cast.stranger.id } });
  await updateProfile(
    cast.stranger,
    profileSchema.parse({ name: "Sam Stranger", entity: "", version, timeZone: "asia/calcutta" }),
  );
  const kept = await db.person.findUniqueOrThrow({ where: { id: cast.stranger.id } });
  expect(kept.timeZone).toBe("Asia/Kolkata");
});
