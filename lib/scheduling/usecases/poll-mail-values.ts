import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import { placeOf } from "#lib/rules/domain/zone-people";

/** The poll that a mail is about. */
export type MailedPoll = {
  readonly closesAt: Date;
  readonly slots: number;
  readonly series: {
    readonly title: string;
    readonly sides: readonly { readonly group: { readonly reference: string } }[];
  };
  /** Who writes. */
  readonly invitedBy: string;
  /** Number of the meeting for which another time is looked for; missing for the dates of a series. */
  readonly sequence?: number | undefined;
};

/**
 * What every mail about a poll can say: whose poll it is (`sequence` 0 when it is that of a series), the deadline on three
 * clocks, and the link.
 */
export function pollMailValues(
  { closesAt, slots, series, invitedBy, sequence = 0 }: MailedPoll,
  person: { readonly name: string; readonly timeZone: string },
  link: string,
): Record<string, string | number> {
  const at = (timeZone: string) => ({
    day: dayValue(dayIn(closesAt, timeZone)),
    clock: clockIn(closesAt, timeZone),
  });
  const [geneva, utc, local] = [at(GENEVA), at("UTC"), at(person.timeZone)];
  return {
    ...{ name: person.name, title: series.title, slots, invitedBy, sequence },
    sides: series.sides.map(({ group }) => group.reference).join(", "),
    ...{ genevaDay: geneva.day, genevaClock: geneva.clock, utcDay: utc.day, utcClock: utc.clock },
    ...{ localDay: local.day, localClock: local.clock, place: placeOf(person.timeZone) },
    link,
  };
}
