import * as z from "zod";
import { email, uuid, version } from "#lib/schema/fields";

/** Asking for a sign-in link. `to` is checked by `ownPath`, which never refuses. */
export const linkRequestSchema = z.object({ email: email(), to: z.string().optional() });

export const useLinkSchema = z.object({ token: z.string().max(100), to: z.string().optional() });

export const endSessionSchema = z.object({ id: uuid() });

/** Another e-mail address for somebody. */
export const changeAddressSchema = z.object({ personId: uuid(), email: email(), version: version() });

export type ChangeAddressInput = z.output<typeof changeAddressSchema>;
