import { blocksIssue } from "#lib/announcements/domain/checks";
import { maySeeAddresses, mayIssue, mayPrepare } from "#lib/announcements/domain/policy";
import { countRecipients, type Recipient } from "#lib/announcements/domain/recipients";
import type { AnnouncementView } from "#lib/announcements/domain/view";
import type { AnnouncementKey } from "#lib/announcements/schema";
import { getAnnouncement } from "#lib/announcements/store";
import { db } from "#lib/db/client";
import { countMails } from "#lib/outbox/domain/delivery";
import { listMailsOf } from "#lib/outbox/state";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { settings } from "#lib/settings/settings";
import { composeAnnouncement } from "./compose-announcement.ts";

/** @throws AppError `not_found` when there is no such announcement or the series is not for this person. */
export async function showAnnouncement(
  actor: Actor,
  { reference, number }: AnnouncementKey,
  now = new Date(),
): Promise<AnnouncementView> {
  const series = await loadSeries(actor, reference, { now });
  const announcement = await getAnnouncement(db, { seriesId: series.id, number });
  const { issued } = announcement;
  const composed = await composeAnnouncement(db, { series, draft: announcement }, now);
  const findings = issued ? [] : composed.findings;
  const rows = await listMailsOf(db, announcement.id);
  const seesAddresses = maySeeAddresses(actor, series);
  return {
    ...{ series, announcement, entries: issued ? [] : composed.entries },
    ...{ text: issued?.text ?? composed.text, findings, isBlocked: findings.some(blocksIssue) },
    ...{ sender: settings().mailFrom, replyTo: composed.replyTo },
    counts: countRecipients(composed.recipients),
    recipients: seesAddresses ? composed.recipients : composed.recipients.map(withoutAddress),
    delivery: { counts: countMails(rows), rows: seesAddresses ? rows : [], by: carrier() },
    may: { ...(issued ? NOTHING : mayDo(actor, series)), retry: seesAddresses },
  };
}

const NOTHING = { edit: false, issue: false, waive: false };

const mayDo = (actor: Actor, series: Series) => ({
  edit: mayPrepare(actor, series),
  issue: mayIssue(actor, series),
  waive: isCoChair(actor, series),
});

const withoutAddress = (recipient: Recipient): Recipient =>
  recipient.kind === "list" ? recipient : { ...recipient, address: "" };

function carrier(): AnnouncementView["delivery"]["by"] {
  const { demo, smtpUrl } = settings();
  if (demo) return "mailbox";
  return smtpUrl ? "smtp" : "nothing";
}
