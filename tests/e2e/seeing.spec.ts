import { makeAgreedSeries } from "./support/agreed-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";
import { where } from "./support/where.ts";

const FIRST = "Philippa Marsh";
const DELEGATE = "Hamish Stewart";
const OTHER = "Sunita Thapa";

const reference = `seeing-journey-${process.pid}`;
const dates = `/series/${reference}/dates`;

/** An open poll of two slots to which the delegate of side A said yes and no. */
test.beforeAll(async () => {
  await makeAgreedSeries(reference, {
    A: { coChair: FIRST, delegate: DELEGATE },
    B: { coChair: "Han Seojun", delegate: OTHER },
  });
  process.env.DATABASE_URL = where().demo.database;
  const { db } = await import("#lib/db/client");
  const series = await db.jointSeries.findUniqueOrThrow({ where: { reference }, include: { members: true } });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const members = series.members.filter(({ role }) => role === "participant");
  const said = await db.person.findFirstOrThrow({ where: { name: DELEGATE } });
  await db.datePoll.create({
    data: {
      ...{ seriesId: series.id, state: "open", quorum: { A: 1, B: 1 }, nextOrdinal: 2 },
      ...{ openedAt: new Date(), closesAt: inDays(7) },
      slots: {
        create: [70, 77].map((days, ordinal) => ({
          ...{ ordinal, startsAt: inDays(days), lengthMinutes: 120, timeZone: "Europe/Zurich" },
          proposedById: series.createdById,
        })),
      },
      invitees: {
        create: members.map(({ personId, sideId }) => ({
          ...{ personId, sideId },
          ...(personId === said.id && { answers: new Uint8Array([0b11_01]), answeredAt: new Date() }),
        })),
      },
    },
  });
  await db.$disconnect();
});

test("a delegate sees the totals of each side, and each answer by keyboard", async ({ page }) => {
  await becomes(page, OTHER);
  await page.goto(dates);
  await expect(page.getByRole("heading", { name: "2 slots on offer" })).toBeVisible();
  await expect(page.getByText("1 of 2 people have answered")).toBeVisible();
  await expect(page.getByText("1 of 1 needed")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Answers of each" }).click();
  const grid = page.getByRole("grid", { name: "Answers of people to slots" });
  await grid.focus();
  await expect(grid.getByRole("gridcell")).toHaveText(/^Hamish Stewart, SG2, .*: yes$/);
  await page.keyboard.press("ArrowRight");
  await expect(grid.getByRole("gridcell")).toHaveText(/^Hamish Stewart, SG2, .*: no$/);
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByRole("gridcell")).toHaveText(/^Sunita Thapa, SG20, .*: no answer$/);
  await expectAccessible(page);
});

test("totals change under the eyes of who looks at them", async ({ page }) => {
  await becomes(page, OTHER);
  await page.goto(dates);
  await expect(page.getByText("only 0 of 1 needed")).toHaveCount(3);
  const { db } = await import("#lib/db/client");
  await db.$executeRaw`
    with changed as (
      update poll_invitees i set answers = '\\x05', answered_at = now(), version = i.version + 1
      from people p, date_polls d, joint_series s
      where p.id = i.person_id and p.name = ${OTHER} and d.id = i.poll_id and s.id = d.series_id
        and s.reference = ${reference} returning i.poll_id)
    select pg_notify('liaise_polls', poll_id::text) from changed`;
  await db.$disconnect();
  await expect(page.getByText("only 0 of 1 needed")).toHaveCount(1);
});
