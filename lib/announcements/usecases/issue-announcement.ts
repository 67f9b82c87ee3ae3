import { type AnnouncementFinding, blocksIssue } from "#lib/announcements/domain/checks";
import { requireNoJoiningLink } from "#lib/announcements/domain/joining";
import { requireMayIssue } from "#lib/announcements/domain/policy";
import { countRecipients } from "#lib/announcements/domain/recipients";
import type { IssueAnnouncementInput } from "#lib/announcements/schema";
import { getAnnouncement, updateIssued } from "#lib/announcements/store";
import { recordAct } from "#lib/audit/record";
import { type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { listSeriesMeetings } from "#lib/meetings/usecases/list-series-meetings";
import { publishClocks } from "#lib/meetings/usecases/publish-clocks";
import { postMail } from "#lib/outbox/post";
import type { Actor } from "#lib/people/domain/actor";
import { loadSeries } from "#lib/series/usecases/load-series";
import { type Composed, composeAnnouncement } from "./compose-announcement.ts";

/**
 * Issues an announcement: its text and calendar file are frozen, and one mail to each recipient is in the outbox,
 * or nothing happens at all. Gives the number of mails.
 *
 * @throws AppError `forbidden` unless the person is of a secretariat, `invalid` when a rule is broken and not set
 * aside, `conflict` when the draft is not the one that was read, or has left.
 */
export async function issueAnnouncement(
  actor: Actor,
  input: IssueAnnouncementInput,
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayIssue(actor, series);
    const draft = await getAnnouncement(db, { seriesId: series.id, number: input.number });
    if (draft.issued) throw new AppError("conflict", "announcements.refusal.issuedAlready");
    requireNoJoiningLink(draft, await listSeriesMeetings(db, series));
    const composed = await composeAnnouncement(db, { series, draft }, now);
    requireIssuable(composed.findings);
    const { text, calendar } = composed;
    if (
      !(await updateIssued(
        db,
        { ...draft, version: input.version },
        { text, calendar, at: now, byId: actor.id },
      ))
    )
      throw new AppError("conflict", "refusal.conflict");
    await publishClocks(db, { seriesId: series.id });
    await postToAll(db, { id: draft.id, subject: draft.subject, composed });
    await recordAct(db, actor, {
      ...{
        action: "announcementIssue",
        subjectType: "announcement",
        subjectId: draft.id,
        seriesId: series.id,
      },
      after: {
        number: draft.number,
        ...countRecipients(composed.recipients),
        meetings: composed.entries.length,
      },
    });
    return composed.recipients.length;
  });
}

function requireIssuable(findings: readonly AnnouncementFinding[]): void {
  const blocking = findings.filter(blocksIssue);
  if (blocking.length > 0)
    throw new AppError(
      "invalid",
      say("announcements.refusal.findings", {
        count: blocking.length,
        rules: [...new Set(blocking.map(({ rule }) => rule))].join(", "),
      }),
    );
}

type Outgoing = { readonly id: string; readonly subject: string; readonly composed: Composed };

async function postToAll(db: Db, { id, subject, composed }: Outgoing): Promise<void> {
  const { recipients, replyTo, text, calendar } = composed;
  const content = Buffer.from(calendar).toString("base64");
  const contentType = "text/calendar; charset=utf-8; method=PUBLISH";
  for (const { name, address } of recipients) {
    await postMail(db, {
      ...{ kind: "announcement", announcementId: id, to: { name, address }, replyTo, subject, text },
      attachments: [{ fileName: "meetings.ics", contentType, content }],
    });
  }
}
