import type { CalendarKind } from "./calendar.ts";

/** A file that shows what can be imported as a kind of calendar. All that it says is made up. */
export type Sample = { readonly kind: CalendarKind; readonly name: string };

/** One file for each kind, in `prisma/reference/samples`. */
export const SAMPLES: readonly Sample[] = [
  { kind: "group", name: "sample-group-meetings.csv" },
  { kind: "other_body", name: "sample-other-body.ics" },
  { kind: "holidays", name: "sample-holidays.ics" },
];
