import type { SeriesProblem } from "#lib/ranking/domain/problem";

const ZONES = [
  "Europe/Zurich",
  "Asia/Seoul",
  "America/New_York",
  "Asia/Kolkata",
  "Africa/Lagos",
  "Asia/Tokyo",
];
const DAY = 86_400_000;

/** Five slots a day, and answers that are uniform noise, always the same for the same size. */
export function noisyPoll(size: {
  slots: number;
  people: number;
  meetings: number;
  reachOf?: number;
}): SeriesProblem {
  let state = size.slots * 31 + size.people;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const slots = Array.from({ length: size.slots }, (_, at) => ({
    id: `s${String(at).padStart(4, "0")}`,
    startsAt: new Date(Date.UTC(2027, 0, 4, 7 + (at % 5) * 2) + Math.floor(at / 5) * DAY),
    ...{ lengthMinutes: 120, ordinal: at },
  }));
  const people = Array.from({ length: size.people }, (_, at) => ({
    ...{ id: `p${at}`, side: at % 2 ? "A" : "B", zone: ZONES[at % ZONES.length] ?? "UTC" },
    answers: Uint8Array.from({ length: Math.ceil(size.slots / 4) }, () =>
      [0, 2, 4, 6].reduce((byte, shift) => byte | ((1 + Math.floor(next() * 3)) << shift), 0),
    ),
  }));
  const { meetings, reachOf = Math.ceil(meetings / 2) } = size;
  const burdenByHour = Array.from({ length: 24 }, (_, hour) =>
    hour < 7 || hour > 21 ? 3 : hour < 8 ? 1 : 0,
  );
  return {
    ...{ slots, people },
    rules: { ...{ meetings, reachOf, burdenByHour }, minGapDays: 2, quorum: { A: 1, B: 1 } },
  };
}
