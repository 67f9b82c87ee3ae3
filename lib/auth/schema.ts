import * as z from "zod";
import { email, uuid } from "#lib/schema/fields";

/** Asking for a sign-in link. `to` is checked by `ownPath`, which never refuses. */
export const linkRequestSchema = z.object({ email: email(), to: z.string().optional() });

export const useLinkSchema = z.object({ token: z.string().max(100), to: z.string().optional() });

export const endSessionSchema = z.object({ id: uuid() });
