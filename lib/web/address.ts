import type * as z from "zod";
import { AppError } from "#lib/kernel/errors";

/**
 * What an address says, in the shape of its schema.
 *
 * @throws AppError `not_found` when it does not fit: nothing is at such an address.
 */
export function parseAddress<Schema extends z.ZodType>(schema: Schema, params: unknown): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw new AppError("not_found", "refusal.notFound");
  return parsed.data;
}
