/** From this instant (in milliseconds) on, until the next one, clocks of a zone are this far from UTC, east positive. */
export type ClockSpan = { readonly from: number; readonly offsetMinutes: number };

const MINUTE = 60_000;
// No zone changes its clocks twice within a week.
const STRIDE = 7 * 86_400_000;

/**
 * How the clocks of a zone stand from one instant to another (milliseconds, both inclusive), earliest first: one entry
 * when they do not change, one more for each change. The first begins at or before `from`.
 *
 * It asks the tz data once a week and then looks for the minute of the change, so that hundreds of slots in tens of
 * zones cost milliseconds.
 */
export function clockSpans(timeZone: string, from: number, to: number): ClockSpan[] {
  const first = Math.floor(from / MINUTE) * MINUTE;
  const spans = [{ from: first, offsetMinutes: offsetAt(first, timeZone) }];
  for (let at = first; at <= to; at += STRIDE) {
    const next = Math.min(at + STRIDE, Math.floor(to / MINUTE) * MINUTE);
    const before = spans.at(-1)?.offsetMinutes;
    const after = offsetAt(next, timeZone);
    if (after !== before) spans.push({ from: changeBetween(at, next, timeZone), offsetMinutes: after });
  }
  return spans;
}

/** The first minute after `before` at which clocks stand as at `after`. */
function changeBetween(before: number, after: number, timeZone: string): number {
  const offset = offsetAt(after, timeZone);
  let [low, high] = [before / MINUTE, after / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE, timeZone) === offset) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  let format = formats.get(timeZone);
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })),
    );
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(format.format(instant)) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -size : size;
}
