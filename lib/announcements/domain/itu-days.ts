import type { Day } from "#lib/kernel/day";

/**
 * One or several days as ITU writes them: `5 March 2027`, `5-14 February 2025`, `22 March-19 April 2027`.
 *
 * @see docs/rules.md#T2
 */
export function ituDays(first: Day, last: Day): string {
  const [from, to] = [parts(first), parts(last)];
  if (first === last) return to.full;
  if (from.year !== to.year) return `${from.full}-${to.full}`;
  return from.month === to.month ? `${from.day}-${to.full}` : `${from.day} ${from.month}-${to.full}`;
}

function parts(iso: Day) {
  const date = new Date(`${iso}T00:00:00Z`);
  const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(date);
  const [day, year] = [date.getUTCDate(), date.getUTCFullYear()];
  return { day, month, year, full: `${day} ${month} ${year}` };
}
