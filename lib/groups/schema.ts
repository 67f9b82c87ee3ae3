import * as z from "zod";
import { isDay } from "#lib/kernel/day";

const day = z.string().refine(isDay, "field.day");

/** The file of prisma/seed that a new installation starts from. Parents stand before their children. */
export const groupSeedSchema = z.object({
  studyPeriod: z.object({ name: z.string().min(1), fromDay: day, toDay: day }),
  groups: z.array(
    z.object({
      kind: z.enum(["TSAG", "SG", "WP", "Q"]),
      reference: z.string().min(1),
      parent: z.string().optional(),
      title: z.string().default(""),
    }),
  ),
});

export type GroupSeed = z.output<typeof groupSeedSchema>;
