import { expect, it } from "vitest";
import { judgeReadiness } from "#lib/health/domain/readiness";

const now = new Date("2027-01-10T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const good = { missingMigrations: [], waiting: 0, oldestAt: null, dueSince: null };

it("is ready when the database is up to date and nothing waits", () => {
  expect(judgeReadiness(good, { now, delivers: true })).toEqual({
    ready: true,
    checks: {
      database: { ok: true },
      migrations: { ok: true, missing: 0 },
      outbox: { ok: true, waiting: 0, oldestSeconds: 0 },
    },
  });
});

it("is not ready, and claims nothing about the rest, when the database does not answer", () => {
  expect(judgeReadiness(null, { now, delivers: true })).toEqual({
    ready: false,
    checks: { database: { ok: false }, migrations: { ok: false }, outbox: { ok: false } },
  });
});

it("is not ready while a migration is missing", () => {
  const { ready, checks } = judgeReadiness(
    { ...good, missingMigrations: ["0003_x"] },
    { now, delivers: true },
  );

  expect([ready, checks.migrations]).toEqual([false, { ok: false, missing: 1 }]);
});

it.each([
  [15, true],
  [16, false],
])("with a mail that is due for %i minutes, ready is %s", (minutes, ready) => {
  const found = { ...good, waiting: 3, oldestAt: minutesAgo(60), dueSince: minutesAgo(minutes) };

  expect(judgeReadiness(found, { now, delivers: true })).toMatchObject({
    ready,
    checks: { outbox: { ok: ready, waiting: 3, oldestSeconds: 3600 } },
  });
});

it("is ready with mails that wait because no mail server is set", () => {
  const found = { ...good, waiting: 3, oldestAt: minutesAgo(6_000), dueSince: minutesAgo(6_000) };

  expect(judgeReadiness(found, { now, delivers: false }).ready).toBe(true);
});
