import * as z from "zod";
import { optionalLine, version } from "#lib/schema/fields";

/** Which meeting of which series, as an address says it. */
export const meetingKeySchema = z.object({
  reference: z.string("refusal.notFound").max(200, "refusal.notFound"),
  sequence: z.coerce
    .number("refusal.notFound")
    .int("refusal.notFound")
    .min(1, "refusal.notFound")
    .max(999, "refusal.notFound"),
});

export type MeetingKey = z.output<typeof meetingKeySchema>;

/** A planned meeting that is to be confirmed. */
export const confirmMeetingSchema = meetingKeySchema.extend({ version: version() });

const HTTPS_OR_HTTP = /^https?:\/\/[^\s/]/i;

/** The joining link of a meeting; empty takes it away. */
export const joiningLinkSchema = meetingKeySchema.extend({
  version: version(),
  joiningLink: optionalLine(2000).refine(
    (value) => value === "" || (HTTPS_OR_HTTP.test(value) && URL.canParse(value)),
    "meetings.linkInvalid",
  ),
});

export type JoiningLinkInput = z.output<typeof joiningLinkSchema>;
