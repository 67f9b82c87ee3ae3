import * as z from "zod";
import { line, text, uuid, version } from "#lib/schema/fields";

const reference = z.string().min(1).max(200);
const number = z.coerce
  .number("field.invalid")
  .int("field.invalid")
  .min(1, "field.invalid")
  .max(100_000, "field.invalid");

/** An announcement by its place: the series and its number there. */
export const announcementKeySchema = z.object({ reference, number });

export type AnnouncementKey = z.output<typeof announcementKeySchema>;

export const draftAnnouncementSchema = z.object({ reference });

export type DraftAnnouncementInput = z.output<typeof draftAnnouncementSchema>;

/** The free parts, as one version of the draft showed them. */
export const editAnnouncementSchema = announcementKeySchema.extend({
  version: version(),
  subject: line(200),
  introduction: text(5_000),
  practical: text(5_000),
});

export type EditAnnouncementInput = z.output<typeof editAnnouncementSchema>;

/** The version that was read before the button was pressed. */
export const issueAnnouncementSchema = announcementKeySchema.extend({ version: version() });

export type IssueAnnouncementInput = z.output<typeof issueAnnouncementSchema>;

export const retryMailSchema = announcementKeySchema.extend({ mailId: uuid() });

export type RetryMailInput = z.output<typeof retryMailSchema>;
