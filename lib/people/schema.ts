import * as z from "zod";
import { email, line, timeZone } from "#lib/schema/fields";

const NAME = 200;

/** The form behind the set-up link. */
export const setUpSchema = z.object({
  token: z.string().max(100),
  name: line(NAME),
  email: email(),
  timeZone: timeZone(),
});

export type SetUpInput = z.output<typeof setUpSchema>;
