import type { Db } from "#lib/db/client";
import { countByZone } from "#lib/rules/domain/zone-people";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import type { Poll } from "#lib/scheduling/domain/poll";
import { listInvitees } from "#lib/scheduling/store/invitees";
import { listGroupMeetings } from "#lib/scheduling/store/surroundings";
import type { Series } from "#lib/series/domain/series";

/**
 * What slots of a series are checked against at `now`: the meetings of both sides' groups, the zones of those asked
 * (of all members while nobody is), and the instant from which the dates can be announced.
 *
 * `poll` is null before the first slot. The caller has loaded the series for its reader.
 */
export async function loadSlotContext(
  db: Db,
  { series, poll, now }: { readonly series: Series; readonly poll: Poll | null; readonly now: Date },
): Promise<SlotContext> {
  const studyGroups = series.sides.map(({ group }) => group.id);
  const groupMeetings = await listGroupMeetings(db, studyGroups, now);
  const invitees = poll ? await listInvitees(db, poll.id) : [];
  const members = [...new Map(series.members.map((member) => [member.personId, member])).values()];
  const closesAt = poll?.closesAt ?? null;
  return {
    groupMeetings,
    zones: countByZone(invitees.length > 0 ? invitees : members),
    announceableFrom: closesAt && closesAt > now ? closesAt : now,
  };
}
