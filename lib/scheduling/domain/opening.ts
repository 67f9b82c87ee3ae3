import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Series } from "#lib/series/domain/series";
import type { Poll, Quorum } from "./poll.ts";

/** Somebody to ask, for a side. */
export type Asked = { readonly personId: string; readonly sideId: string };

/** Every co-chair and participant of the series, each person once: as co-chair if that is one of the parts. */
export function peopleToAsk(series: Pick<Series, "sides" | "members">): Asked[] {
  const asked = new Map<string, Asked>();
  const parts = [...series.members].sort((a, b) => rank(a.role) - rank(b.role));
  for (const { personId, sideId } of parts)
    if (!asked.has(personId)) asked.set(personId, { personId, sideId });
  return [...asked.values()];
}

/** Somebody on the list of the poll, with the row's id. */
export type Listed = Asked & { readonly id: string };

/** Who is asked when the poll opens: who was put on its list, for that side, and every member of the series. */
export function guestsOf(
  series: Pick<Series, "sides" | "members">,
  listed: readonly Listed[],
): (Asked & { readonly inviteeId?: string })[] {
  const onList = new Set(listed.map(({ personId }) => personId));
  const members = peopleToAsk(series).filter(({ personId }) => !onList.has(personId));
  return [...listed.map(({ id, personId, sideId }) => ({ personId, sideId, inviteeId: id })), ...members];
}

const rank = (role: Series["members"][number]["role"]) => (role === "co_chair" ? 0 : 1);

/**
 * @throws AppError `invalid` when the deadline is not in the future, or when fewer slots start after it than there
 *   are meetings.
 */
export function requireDeadlineFits(
  poll: Pick<Poll, "slots">,
  {
    closesAt,
    now,
    meetingCount,
  }: { readonly closesAt: Date; readonly now: Date; readonly meetingCount: number },
): void {
  if (closesAt <= now)
    throw new AppError("invalid", "refusal.checkFields", { day: [say("scheduling.refusal.deadlinePast")] });
  const later = poll.slots.filter(({ start }) => start > closesAt).length;
  if (later < meetingCount)
    throw new AppError("invalid", say("scheduling.refusal.tooFewSlots", { later, count: meetingCount }));
}

/**
 * The least number of people by side letter; a side left out has none.
 *
 * @throws AppError `invalid` when a side cannot reach its quorum because fewer of its people are asked.
 */
export function requireQuorumFits(
  series: Pick<Series, "sides">,
  asked: readonly Asked[],
  quorum: Readonly<Record<string, number>>,
): Quorum {
  const fitting: Record<string, number> = {};
  for (const { id, letter, group } of series.sides) {
    const people = asked.filter(({ sideId }) => sideId === id).length;
    const least = quorum[letter] ?? 0;
    if (least > people) {
      const words = say("scheduling.refusal.quorum", { group: group.reference, people, least });
      throw new AppError("invalid", words, { [`quorum.${letter}`]: [words] });
    }
    fitting[letter] = least;
  }
  return fitting;
}
