import type { OutboxCounts, OutboxRow } from "#lib/outbox/domain/delivery";
import type { Series } from "#lib/series/domain/series";
import type { Announcement } from "./announcement.ts";
import type { AnnouncementFinding } from "./checks.ts";
import type { EntryWords } from "./entries.ts";
import type { Addressee, Recipient } from "./recipients.ts";

/** One announcement as its page shows it to one person. */
export type AnnouncementView = {
  readonly series: Series;
  readonly announcement: Announcement;
  /** The text as it left, or as it would leave now. */
  readonly text: string;
  /** The calendar entries of a draft; those of an issued one are in its file. */
  readonly entries: readonly EntryWords[];
  /** What the rules say of a draft; nothing once it has left. */
  readonly findings: readonly AnnouncementFinding[];
  readonly isBlocked: boolean;
  readonly sender: Addressee;
  /** Where answers go: the secretariats. */
  readonly replyTo: readonly Addressee[];
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
