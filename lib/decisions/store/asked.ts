import type { Db } from "#lib/db/client";

/** Somebody asked, as the ranking needs people: no address, and the answers packed. */
export type Asked = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Of the side. */
  readonly letter: string;
  readonly required: boolean;
  readonly answers: Uint8Array | null;
  /** Who entered the answers, when it was not the person. */
  readonly enteredById: string | null;
};

/** Everybody asked with all answers, in one query, in the order in which they were asked. */
export async function listAsked(db: Db, pollId: string): Promise<Asked[]> {
  return db.$queryRaw<Asked[]>`
    select i.id, i.person_id as "personId", p.name, p.time_zone as "timeZone", s.letter, i.required, i.answers,
      i.entered_by_id as "enteredById"
    from poll_invitees i join people p on p.id = i.person_id join series_sides s on s.id = i.side_id
    where i.poll_id = ${pollId}::uuid order by i.id`;
}
