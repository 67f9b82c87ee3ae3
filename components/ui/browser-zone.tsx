import { canonicalZone, isTimeZone } from "#lib/kernel/zone";

/** The zone of the reader's own machine, under the name by which zones are kept. */
export function browserZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? canonicalZone(zone) : zone;
}
