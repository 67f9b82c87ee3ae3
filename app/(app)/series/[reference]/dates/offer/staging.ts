import type { GenerationText } from "#components/scheduling/generate-form";
import type { Band } from "#components/scheduling/staged";
import { daysOf, isSideMeeting } from "#lib/calendars/domain/lay-over";
import { addDays } from "#lib/kernel/day";
import { dayIn } from "#lib/kernel/zone";
import { totalPeople } from "#lib/rules/domain/zone-people";
import { generateSlots, type StagedSlot } from "#lib/scheduling/domain/generate-slots";
import type { Slot } from "#lib/scheduling/domain/poll";
import { generationSchema } from "#lib/scheduling/schema";
import type { OfferView } from "#lib/scheduling/usecases/view-offer";

/** What the address says of the form that generates. */
export type Filled = Readonly<Record<string, string | string[] | undefined>>;

export const toBare = ({ id, start, lengthMinutes }: Slot) => ({
  ...{ id, startsAt: start.getTime(), lengthMinutes },
});

/** The form as it is shown: what the address says, or days in the middle of ten weeks after the usual notice. */
export function fillGeneration(filled: Filled, { now }: OfferView, timeZone: string): GenerationText {
  const today = dayIn(now, timeZone);
  const usual = {
    ...{ fromDay: addDays(today, 70), toDay: addDays(today, 140), weekdays: "2 3 4" },
    ...{ fromClock: "12:00", toClock: "16:00", timeZone, lengthMinutes: "120", stepMinutes: "120" },
  };
  const said = (name: keyof GenerationText) => {
    const value = filled[name];
    return value === undefined ? usual[name] : [value].flat().join(" ");
  };
  return {
    ...{ fromDay: said("fromDay"), toDay: said("toDay"), weekdays: said("weekdays") },
    ...{ fromClock: said("fromClock"), toClock: said("toClock"), timeZone: said("timeZone") },
    ...{ lengthMinutes: said("lengthMinutes"), stepMinutes: said("stepMinutes") },
  };
}

/** The slots that the address asks for; none while it asks for nothing that makes sense. */
export function generateFilled(filled: Filled, view: OfferView): readonly StagedSlot[] {
  const parsed = generationSchema.safeParse(filled);
  if (!parsed.success) return [];
  return generateSlots(parsed.data, {
    now: view.now,
    taken: view.slots.map(({ slot }) => slot),
    isOwnMeeting: (span) => isSideMeeting(span, view.context.calendars),
  }).slots.slice(0, view.room);
}

/**
 * Each side's own meetings, by the letter of the side whose Study Group (or Working Party of it) meets; and all else that
 * concerns people, without a letter.
 */
export function bandsOf({ series, context }: OfferView): Band[] {
  const number = (reference: string) => /(\d+)$/.exec(reference)?.[1];
  return context.calendars.flatMap(({ kind, name, entries, people }) => {
    const side = series.sides.find(({ group }) => number(group.reference) === number(name));
    if (kind !== "side" && people !== null && totalPeople(people) === 0) return [];
    return entries.map((entry) => ({
      letter: kind === "side" ? (side?.letter ?? "") : "",
      group: name,
      title: entry.title,
      ...daysOf(entry),
    }));
  });
}
