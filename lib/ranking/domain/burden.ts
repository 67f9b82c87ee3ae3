import { clockSpans } from "#lib/kernel/clock-changes";

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;

/** A meeting in milliseconds. */
export type Span = { readonly start: number; readonly lengthMinutes: number };

/**
 * What each meeting costs a zone: the sum, over its minutes, of the burden of the local hour each minute begins in.
 * Clock changes count from their minute on, also within a meeting.
 */
export function burdensOf(spans: readonly Span[], zone: string, burdenByHour: readonly number[]): number[] {
  if (spans.length === 0) return [];
  const sums = sumsByMinute(burdenByHour);
  const clocks = clockSpans(
    zone,
    Math.min(...spans.map(({ start }) => start)),
    Math.max(...spans.map(({ start, lengthMinutes }) => start + lengthMinutes * MINUTE)),
  );
  return spans.map(({ start, lengthMinutes }) => {
    const end = start + lengthMinutes * MINUTE;
    let [burden, at] = [0, start];
    clocks.forEach(({ from, offsetMinutes }, index) => {
      if (from > at && index > 0) return;
      const until = clocks[index + 1]?.from ?? Number.POSITIVE_INFINITY;
      const minutes = Math.ceil((Math.min(end, until) - at) / MINUTE);
      if (minutes <= 0) return;
      burden += sumFrom(sums, Math.floor(at / MINUTE) + offsetMinutes, minutes);
      at += minutes * MINUTE;
    });
    return burden;
  });
}

/** At `n`, the burden of the first `n` minutes of a local day. */
function sumsByMinute(burdenByHour: readonly number[]): Float64Array {
  const sums = new Float64Array(MINUTES_PER_DAY + 1);
  for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1)
    sums[minute + 1] = (sums[minute] ?? 0) + (burdenByHour[Math.floor(minute / 60)] ?? 0);
  return sums;
}

/** The burden of `minutes` minutes from a local minute, counted from any local midnight. */
function sumFrom(sums: Float64Array, localMinute: number, minutes: number): number {
  const upTo = (minute: number) =>
    Math.floor(minute / MINUTES_PER_DAY) * (sums[MINUTES_PER_DAY] ?? 0) +
    (sums[((minute % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY] ?? 0);
  return upTo(localMinute + minutes) - upTo(localMinute);
}
