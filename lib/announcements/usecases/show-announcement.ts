import type { Announcement } from "#lib/announcements/domain/announcement";
import { type AnnouncementFinding, blocksIssue } from "#lib/announcements/domain/checks";
import type { EntryWords } from "#lib/announcements/domain/entries";
import { maySeeAddresses, mayIssue, mayPrepare } from "#lib/announcements/domain/policy";
import { countRecipients, type Recipient } from "#lib/announcements/domain/recipients";
import type { AnnouncementKey } from "#lib/announcements/schema";
import { getAnnouncement } from "#lib/announcements/store";
import { db } from "#lib/db/client";
import { countMails, listMailsOf, type OutboxCounts, type OutboxRow } from "#lib/outbox/state";
import type { Actor } from "#lib/people/domain/actor";
import { isCoChair } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { loadSeries } from "#lib/series/usecases/load-series";
import { settings } from "#lib/settings/settings";
import { composeAnnouncement } from "./compose-announcement.ts";

/** One announcement as its page shows it to one person. */
export type AnnouncementView = {
  readonly series: Series;
  readonly announcement: Announcement;
  /** The text as it left, or as it would leave now. */
  readonly text: string;
  readonly entries: readonly EntryWords[];
  /** What the rules say of a draft; nothing once it has left. */
  readonly findings: readonly AnnouncementFinding[];
  readonly isBlocked: boolean;
  readonly counts: { readonly lists: number; readonly people: number };
  /** Who gets a draft. Addresses only for those who may see them; a list keeps its own. */
  readonly recipients: readonly Recipient[];
  readonly delivery: {
    readonly counts: OutboxCounts;
    /** A row a mail, only for those who may see addresses. */
    readonly rows: readonly OutboxRow[];
    /** How mails leave this installation. */
    readonly by: "smtp" | "mailbox" | "nothing";
  };
  readonly may: {
    readonly edit: boolean;
    readonly issue: boolean;
    readonly waive: boolean;
    readonly retry: boolean;
  };
};

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
  const rows = await listMailsOf(db, announcement.id);
  const seesAddresses = maySeeAddresses(actor, series);
  return {
    ...{ series, announcement, entries: composed.entries },
    text: issued ? issued.text : composed.text,
    findings: issued ? [] : composed.findings,
    isBlocked: composed.findings.some(blocksIssue),
    counts: countRecipients(composed.recipients),
    recipients: seesAddresses ? composed.recipients : composed.recipients.map(withoutAddress),
    delivery: { counts: countMails(rows), rows: seesAddresses ? rows : [], by: carrier() },
    may: {
      edit: !issued && mayPrepare(actor, series),
      issue: !issued && mayIssue(actor, series),
      waive: !issued && isCoChair(actor, series),
      retry: seesAddresses,
    },
  };
}

const withoutAddress = (recipient: Recipient): Recipient =>
  recipient.kind === "list" ? recipient : { ...recipient, address: "" };

function carrier(): AnnouncementView["delivery"]["by"] {
  const { demo, smtpUrl } = settings();
  if (demo) return "mailbox";
  return smtpUrl ? "smtp" : "nothing";
}
