import * as z from "zod";
import { uuid } from "#lib/schema/fields";

export const becomeSchema = z.object({ personId: uuid() });

export type BecomeInput = z.output<typeof becomeSchema>;

/** A page of the mailbox: mails older than the one given, to one address or to all. */
export const mailboxSchema = z.object({ before: uuid().optional(), to: z.string().max(320).optional() });

export type MailboxInput = z.output<typeof mailboxSchema>;

export const mailSchema = z.object({ id: uuid() });

export const mailAttachmentSchema = mailSchema.extend({ index: z.coerce.number().int().min(0).max(20) });
