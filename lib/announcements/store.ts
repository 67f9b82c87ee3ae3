import type { Db, Prisma } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Announcement, FreeParts } from "./domain/announcement.ts";
import type { Addressee, Audience, AudienceGroup } from "./domain/recipients.ts";

/** The announcements of a series, newest first. */
export async function listAnnouncements(db: Db, seriesId: string): Promise<Announcement[]> {
  const rows = await db.announcement.findMany({ where: { seriesId }, orderBy: { number: "desc" } });
  return Promise.all(rows.map((row) => toAnnouncement(db, row)));
}

/** @throws AppError `not_found` when the series has no announcement of this number. */
export async function getAnnouncement(
  db: Db,
  key: { readonly seriesId: string; readonly number: number },
): Promise<Announcement> {
  const row = await db.announcement.findUnique({ where: { seriesId_number: key } });
  if (!row) throw new AppError("not_found", "refusal.notFound");
  return toAnnouncement(db, row);
}

/** Writes a new draft with the next number, and gives that number. */
export async function insertAnnouncement(
  db: Db,
  draft: FreeParts & { readonly seriesId: string; readonly createdById: string },
): Promise<{ id: string; number: number }> {
  const { _max } = await db.announcement.aggregate({
    where: { seriesId: draft.seriesId },
    _max: { number: true },
  });
  const number = (_max.number ?? 0) + 1;
  return db.announcement.create({ data: { ...draft, number }, select: { id: true, number: true } });
}

type Seen = Pick<Announcement, "id" | "version">;

/** Changes the free parts of the draft that was seen. False when it has changed or left meanwhile. */
export async function updateParts(db: Db, { id, version }: Seen, parts: FreeParts): Promise<boolean> {
  const { subject, introduction, practical } = parts;
  const { count } = await db.announcement.updateMany({
    where: { id, version, state: "draft" },
    data: { subject, introduction, practical, version: { increment: 1 } },
  });
  return count === 1;
}

export type IssuedTexts = {
  readonly text: string;
  readonly calendar: string;
  readonly at: Date;
  readonly byId: string;
};

/** Freezes the draft that was seen. False when it has changed or left meanwhile. */
export async function updateIssued(db: Db, { id, version }: Seen, issued: IssuedTexts): Promise<boolean> {
  const { count } = await db.announcement.updateMany({
    where: { id, version, state: "draft" },
    data: {
      state: "issued",
      issuedText: issued.text,
      issuedCalendar: issued.calendar,
      issuedAt: issued.at,
      issuedById: issued.byId,
      version: { increment: 1 },
    },
  });
  return count === 1;
}

/** Whom these groups and people want to be told, with who holds which office on the Geneva day of `now`. */
export async function getAudience(
  db: Db,
  of: { readonly groupIds: readonly string[]; readonly coChairIds: readonly string[] },
  now: Date,
): Promise<Audience> {
  const today = new Date(dayIn(now, GENEVA));
  const [groups, people] = await Promise.all([
    db.group.findMany({
      where: { id: { in: [...of.groupIds] } },
      orderBy: { reference: "asc" },
      include: {
        lists: { orderBy: { address: "asc" } },
        roleHoldings: {
          where: { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
          include: { person: { select: { name: true, email: true } } },
          orderBy: { person: { name: "asc" } },
        },
      },
    }),
    db.person.findMany({ where: { id: { in: [...of.coChairIds] } }, orderBy: { name: "asc" } }),
  ]);
  return { groups: groups.map(toGroup), coChairs: people.map(toAddressee) };
}

type HoldingRow = {
  readonly role: string;
  readonly person: { readonly name: string; readonly email: string };
};

type GroupRow = {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly secretariatEmail: string | null;
  readonly lists: readonly { readonly address: string }[];
  readonly roleHoldings: readonly HoldingRow[];
};

function toGroup({ id, reference, kind, ...row }: GroupRow): AudienceGroup {
  const holders = (role: string) =>
    row.roleHoldings.filter((holding) => holding.role === role).map(({ person }) => toAddressee(person));
  return {
    ...{ id, reference, kind },
    lists: row.lists.map(({ address }) => address),
    secretariat: row.secretariatEmail,
    chairs: holders("chair"),
    workingPartyChairs: holders("wp_chair"),
    secretaries: holders("secretariat"),
  };
}

const toAddressee = ({ name, email }: { name: string; email: string }): Addressee => ({
  name,
  address: email,
});

async function toAnnouncement(db: Db, row: Prisma.AnnouncementGetPayload<object>): Promise<Announcement> {
  const { id, seriesId, number, version, subject, introduction, practical, createdAt } = row;
  const { issuedAt, issuedText, issuedCalendar, issuedById } = row;
  const issuer = issuedById && (await db.person.findUnique({ where: { id: issuedById } }));
  return {
    ...{ id, seriesId, number, version, subject, introduction, practical, createdAt },
    issued: issuedAt && {
      at: issuedAt,
      byName: issuer ? issuer.name : "",
      text: issuedText ?? "",
      calendar: issuedCalendar ?? "",
    },
  };
}
