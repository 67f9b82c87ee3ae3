import { db } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { countLeft } from "#lib/scheduling/domain/answers";
import type { LikelyDouble } from "#lib/scheduling/domain/duplicates";
import { guestsOf } from "#lib/scheduling/domain/opening";
import { mayEnterAnswers, mayInvite, mayMerge, mayRunPoll } from "#lib/scheduling/domain/policy";
import { type Invitee, phaseOf, type Poll, type PollPhase } from "#lib/scheduling/domain/poll";
import type { PollKey } from "#lib/scheduling/domain/which-poll";
import type { RoleOffer } from "#lib/scheduling/domain/role-offers";
import { listInvitees, namesOf } from "#lib/scheduling/store/invitees";
import { hasGeneralLink } from "#lib/scheduling/store/newcomers";
import { findPollOf } from "#lib/scheduling/store/replacements";
import { listRemindAt } from "#lib/scheduling/store/reminders";
import { type Series, type Side, sideOf } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { listRoleOffers } from "./invite-by-role.ts";
import { listDoubles } from "./list-doubles.ts";

/** Somebody who is asked, or will be when the poll opens. No address and no single answers. */
export type GuestRow = {
  readonly personId: string;
  /** Null for a member of the series who will be asked when the poll opens. */
  readonly inviteeId: string | null;
  readonly name: string;
  readonly entity: string;
  readonly timeZone: string;
  readonly letter: string;
  readonly state: "none" | "part" | "all";
  readonly required: boolean;
  readonly hasLink: boolean;
  readonly answeredAt: Date | null;
  /** Who entered the answers, when it was not the person. */
  readonly enteredBy: string | null;
};

/** The page of who is asked, for those who say who is. */
export type InvitationsView = {
  readonly series: Series;
  readonly phase: PollPhase;
  /** Null before the first slot is offered. */
  readonly poll: Poll | null;
  /** By side, then by name. */
  readonly people: readonly GuestRow[];
  readonly offers: readonly { readonly side: Side; readonly offers: readonly RoleOffer[] }[];
  readonly doubles: readonly LikelyDouble[];
  /** Whether a general link leads to the poll. */
  readonly hasGeneralLink: boolean;
  /** When people are reminded, earliest first. */
  readonly remindAt: readonly Date[];
  readonly mayRun: boolean;
  readonly mayEnter: boolean;
};

/**
 * Who is asked in the poll of a series or in a small one, and what this reader may do about it. Whom a small poll asks
 * was said for the series.
 *
 * @throws AppError `not_found` for who may not see the series, `forbidden` for who says nothing about who is asked.
 */
export async function viewInvitations(
  actor: Actor,
  { reference, sequence }: PollKey,
  now = new Date(),
): Promise<InvitationsView> {
  const series = await loadSeries(actor, reference, { now });
  const which = { sequence };
  if (!mayInvite(actor, series, which)) throw new AppError("forbidden", "refusal.forbidden");
  const rights = {
    mayRun: mayRunPoll(actor, series, which),
    mayEnter: mayEnterAnswers(actor, series, which),
  };
  const poll = await findPollOf(db, { seriesId: series.id, sequence });
  const none = { people: [], offers: [], doubles: [], hasGeneralLink: false, remindAt: [] };
  if (!poll) return { ...rights, ...none, series, poll, phase: "draft" };
  const invitees = await listInvitees(db, poll.id);
  const phase = phaseOf(poll, now);
  const people = await listGuests(series, poll, invitees);
  const asked = new Set(people.map(({ personId }) => personId));
  const takesPeople = sequence === undefined && (phase === "draft" || phase === "open");
  return {
    ...{ ...rights, series, phase, poll, people },
    hasGeneralLink: await hasGeneralLink(db, poll.id),
    remindAt: await listRemindAt(db, poll.id),
    offers: takesPeople ? await listRoleOffers(db, { series, asked, now }) : [],
    doubles: takesPeople ? await doublesFor(actor, series, { poll, invitees, now }) : [],
  };
}

async function listGuests(series: Series, poll: Poll, invitees: readonly Invitee[]): Promise<GuestRow[]> {
  const enterers = await namesOf(
    db,
    invitees.flatMap(({ enteredById }) => enteredById ?? []),
  );
  const listed = invitees.map((invitee): GuestRow => {
    const { id, personId, name, entity, timeZone, required, hasLink, answeredAt, enteredById } = invitee;
    const left = countLeft(poll.slots, invitee.answers);
    return {
      ...{ personId, name, entity, timeZone, required, hasLink, answeredAt, inviteeId: id },
      letter: sideOf(series, invitee.sideId).letter,
      state: answeredAt === null ? "none" : left === 0 ? "all" : "part",
      enteredBy: enteredById && (enterers.get(enteredById) ?? ""),
    };
  });
  const guests = poll.state === "draft" ? guestsOf(series, invitees) : [];
  const members = guests.flatMap(({ personId, sideId }): GuestRow[] => {
    const member = series.members.find((other) => other.personId === personId);
    if (!member || invitees.some((other) => other.personId === personId)) return [];
    const { name, entity, timeZone } = member;
    const nothing = { required: false, hasLink: false, answeredAt: null, enteredBy: null, inviteeId: null };
    return [
      { ...nothing, personId, name, entity, timeZone, state: "none", letter: sideOf(series, sideId).letter },
    ];
  });
  return [...listed, ...members].sort(byLetterAndName);
}

const byLetterAndName = (a: GuestRow, b: GuestRow) =>
  a.letter === b.letter ? a.name.localeCompare(b.name, "en") : a.letter < b.letter ? -1 : 1;

/** The pairs that this reader may make one. */
async function doublesFor(
  actor: Actor,
  series: Series,
  { poll, invitees, now }: { readonly poll: Poll; readonly invitees: readonly Invitee[]; readonly now: Date },
): Promise<LikelyDouble[]> {
  const sideOfEntry = new Map(invitees.map(({ id, sideId }) => [id, sideId]));
  return (await listDoubles(db, invitees)).filter(({ ids: [one, other] }) => {
    const sideIds = [sideOfEntry.get(one) ?? "", sideOfEntry.get(other) ?? ""] as const;
    return mayMerge(actor, series, { poll, sideIds, now });
  });
}
