/** How many people live in a zone: all that the checks need to know of them. */
export type ZonePeople = {
  /** IANA name. */
  readonly timeZone: string;
  readonly people: number;
};

/** Counts people by zone, most people first, then by name. */
export function countByZone(people: readonly { readonly timeZone: string }[]): ZonePeople[] {
  const counts = new Map<string, number>();
  for (const { timeZone } of people) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  return [...counts]
    .map(([timeZone, count]) => ({ timeZone, people: count }))
    .sort((a, b) => b.people - a.people || (a.timeZone < b.timeZone ? -1 : 1));
}

/** All people of the zones. */
export function totalPeople(zones: readonly ZonePeople[]): number {
  return zones.reduce((sum, zone) => sum + zone.people, 0);
}

/** The city that a zone is named after: `Seoul` of `Asia/Seoul`. */
export function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
