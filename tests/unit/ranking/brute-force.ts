import { offsetMinutes } from "#lib/kernel/zone";
import { type Measure, type SeriesProblem, type SlotOption, USUAL_ORDER } from "#lib/ranking/domain/problem";
import type { RankedSeries } from "#lib/ranking/domain/ranking";

// The rules and measures written down once more, as plainly as they can be read, and tried on every series.

const DAY = 86_400_000;

/** All series that keep every rule, best first. */
export function bruteForce(problem: SeriesProblem): RankedSeries[] {
  const { slots, rules } = problem;
  const inTime = [...slots].sort((a, b) => +a.startsAt - +b.startsAt || (a.id < b.id ? -1 : 1));
  return choose(inTime, rules.meetings)
    .filter((series) => keepsRules(problem, series))
    .map((series) => ({ series, measured: measure(problem, series) }))
    .sort((a, b) => compare(problem, a, b))
    .map(({ measured }) => measured);
}

type Candidate = { series: readonly SlotOption[]; measured: RankedSeries };

export function choose<T>(from: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return from.flatMap((first, at) => choose(from.slice(at + 1), count - 1).map((rest) => [first, ...rest]));
}

const answerOf = (person: SeriesProblem["people"][number], { id, ordinal = 0 }: SlotOption) => {
  if (person.answers === null) return undefined;
  if (person.answers instanceof Uint8Array)
    return [undefined, "yes", "ifNeedBe", "no"][
      ((person.answers[ordinal >> 2] ?? 0) >> ((ordinal & 3) * 2)) & 3
    ];
  return person.answers[id];
};
const isAble = (person: SeriesProblem["people"][number], slot: SlotOption) =>
  ["yes", "ifNeedBe"].includes(answerOf(person, slot) ?? "no");

export function keepsRules(problem: SeriesProblem, series: readonly SlotOption[]): boolean {
  const { rules, must = [], never = [] } = problem;
  const ids = series.map(({ id }) => id);
  if (must.some((id) => !ids.includes(id)) || never.some((id) => ids.includes(id))) return false;
  const weeks = series.map(({ startsAt }) => isoWeekInZurich(startsAt));
  const gaps = series.slice(1).map(({ startsAt }, at) => (+startsAt - +(series[at]?.startsAt ?? 0)) / DAY);
  const inWeek = weeks.map((week) => weeks.filter((other) => other === week).length);
  const { minGapDays, maxGapDays = Infinity, maxPerWeek = Infinity } = rules;
  if (gaps.some((gap) => gap < minGapDays || gap > maxGapDays)) return false;
  if (inWeek.some((count) => count > maxPerWeek)) return false;
  return series.every((slot) => isFit(problem, slot));
}

function isFit({ rules, people }: SeriesProblem, slot: SlotOption): boolean {
  const end = +slot.startsAt + slot.lengthMinutes * 60_000;
  return (
    !slot.blocked &&
    (!rules.notBefore || +slot.startsAt >= +rules.notBefore) &&
    (!rules.notAfter || end <= +rules.notAfter) &&
    Object.entries(rules.quorum).every(
      ([side, least]) =>
        people.filter((person) => person.side === side && isAble(person, slot)).length >= least,
    ) &&
    people.every((person) => !person.required || isAble(person, slot))
  );
}

/** Such as `2027-W09`, by the definition: the week belongs to the year of its Thursday. */
function isoWeekInZurich(instant: Date): string {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Zurich" }).format(instant);
  const thursday = new Date(`${text}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${Math.ceil(((thursday.getTime() - yearStart) / DAY + 1) / 7)}`;
}

export function measure(problem: SeriesProblem, series: readonly SlotOption[]): RankedSeries {
  const { rules, people } = problem;
  const zones = [...new Set(people.map(({ zone }) => zone))].sort();
  const burdens = zones.map((zone) => {
    let burden = rules.carried?.[zone] ?? 0;
    for (const { startsAt, lengthMinutes } of series)
      for (let minute = 0; minute < lengthMinutes; minute += 1) {
        const at = new Date(+startsAt + minute * 60_000);
        const local = new Date(+at + offsetMinutes(at, zone) * 60_000);
        burden += rules.burdenByHour[local.getUTCHours()] ?? 0;
      }
    return burden;
  });
  const worst = Math.max(...burdens);
  const zone = zones[burdens.indexOf(worst)];
  return {
    slots: series.map(({ id }) => id),
    reach: people.filter((person) => series.filter((slot) => isAble(person, slot)).length >= rules.reachOf)
      .length,
    attendance: people
      .flatMap((person) => series.map((slot) => answerOf(person, slot)))
      .reduce((sum, answer) => sum + (answer === "yes" ? 2 : answer === "ifNeedBe" ? 1 : 0), 0),
    worstZone: zone === undefined ? null : { zone, burden: worst },
    totalBurden: burdens.reduce((sum, burden) => sum + burden, 0),
  };
}

function compare({ order = USUAL_ORDER }: SeriesProblem, a: Candidate, b: Candidate): number {
  for (const aim of order) {
    const difference = compareBy(aim, a, b);
    if (difference !== 0) return difference;
  }
  for (const [at, id] of a.measured.slots.entries()) {
    const other = b.measured.slots[at] ?? "";
    if (id !== other) return id < other ? -1 : 1;
  }
  return 0;
}

function compareBy(aim: Measure, a: Candidate, b: Candidate): number {
  if (aim === "earliest") return compareStarts(a.series, b.series);
  const value = ({ measured }: Candidate) =>
    aim === "worstZone"
      ? -(measured.worstZone?.burden ?? 0)
      : measured[aim] * (aim === "totalBurden" ? -1 : 1);
  return value(b) - value(a);
}

function compareStarts(a: readonly SlotOption[], b: readonly SlotOption[]): number {
  for (let at = a.length - 1; at >= 0; at -= 1) {
    const difference = +(a[at]?.startsAt ?? 0) - +(b[at]?.startsAt ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
