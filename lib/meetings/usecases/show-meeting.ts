import { db } from "#lib/db/client";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { maySeeJoiningLink, maySetJoiningLink } from "#lib/meetings/domain/policy";
import type { MeetingKey } from "#lib/meetings/schema";
import type { Actor } from "#lib/people/domain/actor";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { loadSeriesMeeting } from "./load-series-meeting.ts";

/** A meeting as one person may see it. */
export type ShownMeeting = {
  readonly series: Series;
  /** Its joining link is empty for who may not see it. */
  readonly meeting: Meeting;
  readonly maySeeLink: boolean;
  readonly maySetLink: boolean;
};

/**
 * One meeting of a series, without the joining link for people who are not invited.
 *
 * @throws AppError `not_found` when there is none or it is not for this person.
 */
export async function showMeeting(actor: Actor, key: MeetingKey, now = new Date()): Promise<ShownMeeting> {
  const series = await loadSeries(actor, key.reference, { now });
  const meeting = await loadSeriesMeeting(db, series, key.sequence);
  const maySeeLink = maySeeJoiningLink(actor, series);
  return {
    series,
    meeting: maySeeLink ? meeting : { ...meeting, joiningLink: "" },
    maySeeLink,
    maySetLink: maySetJoiningLink(actor, series),
  };
}
