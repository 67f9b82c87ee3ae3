import type { Db } from "#lib/db/client";
import type { PollGate } from "#lib/decisions/domain/poll-gate";

type Row = {
  readonly state: string;
  readonly closesAt: Date | null;
  readonly hidesOthers: boolean;
  readonly hidesSides: boolean;
  readonly ordinals: readonly number[];
  readonly inviteeId: string | null;
  readonly answers: Uint8Array | null;
  readonly isRecorded: boolean;
};

/** The newest poll of a series as far as its doors need it, in one query. Null before the first slot is offered. */
export async function findPollGate(db: Db, seriesId: string, personId: string): Promise<PollGate | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select d.state, d.closes_at as "closesAt", d.hides_others as "hidesOthers", d.hides_sides as "hidesSides",
      array(select s.ordinal from slots s where s.poll_id = d.id and s.withdrawn_at is null) as ordinals,
      i.id as "inviteeId", i.answers,
      exists(select 1 from decision_records r where r.poll_id = d.id) as "isRecorded"
    from date_polls d left join poll_invitees i on i.poll_id = d.id and i.person_id = ${personId}::uuid
    where d.series_id = ${seriesId}::uuid and d.replaces_id is null order by d.created_at desc limit 1`;
  if (!row) return null;
  const { state, closesAt, hidesOthers, hidesSides, ordinals, inviteeId, answers, isRecorded } = row;
  const slots = ordinals.map((ordinal) => ({ ordinal }));
  return {
    poll: { state: state as PollGate["poll"]["state"], closesAt, hidesOthers, hidesSides, slots },
    own: inviteeId === null ? null : { answers },
    isRecorded,
  };
}
