import { countByZone } from "#lib/rules/domain/zone-people";
import type { CalendarGroup, CalendarKind, Effect } from "./calendar.ts";
import type { LaidCalendar, LaidEntry } from "./lay-over.ts";
import { newestKnown } from "./newest-known.ts";

/** Somebody invited, with the groups of their roles and side (and the groups above those). */
export type Invited = {
  readonly timeZone: string;
  readonly country: string | null;
  readonly groupIds: readonly string[];
};

/** A calendar before it is known whom it concerns. */
type Layer = {
  readonly kind: CalendarKind;
  readonly title: string;
  readonly group: CalendarGroup | null;
  readonly country: string | null;
  readonly effect: Effect;
  readonly isSample: boolean;
  readonly entries: readonly LaidEntry[];
};

type Sources = {
  readonly layers: readonly Layer[];
  /** Meetings kept on the pages of groups. */
  readonly kept: readonly { readonly group: CalendarGroup; readonly entry: LaidEntry }[];
};

type Around = {
  readonly invited: readonly Invited[];
  /** Of the sides. */
  readonly studyGroupIds: readonly string[];
};

/**
 * The calendars as they lie over the slots of a series. Meetings that a group keeps on its page are one more calendar
 * of that group, which blocks; where an imported one has the same meeting, the newer source counts.
 */
export function layOver({ layers, kept }: Sources, around: Around): LaidCalendar[] {
  const ofGroup = (id: string | undefined) =>
    kept.filter(({ group }) => group.id === id).map(({ entry }) => entry);
  const imported = layers.map((layer) => {
    const others = layer.kind === "group" ? ofGroup(layer.group?.id) : [];
    const standing = new Set(newestKnown(others, layer.entries));
    return lay({ ...layer, entries: layer.entries.filter((entry) => standing.has(entry)) }, around);
  });
  const groups = new Map(kept.map(({ group }) => [group.id, group]));
  const onPages = [...groups.values()].map((group) => {
    const own = layers.filter((layer) => layer.kind === "group" && layer.group?.id === group.id);
    const newer = own.flatMap(({ entries }) => entries);
    const pages = ofGroup(group.id);
    const standing = new Set(newestKnown(pages, newer));
    const entries = pages.filter((entry) => standing.has(entry));
    const rest = { title: group.reference, country: null, effect: "block", isSample: false } as const;
    return lay({ kind: "group", group, entries, ...rest }, around);
  });
  return [...imported, ...onPages].filter(mayClash);
}

/** Holidays and meetings of a group of neither side say nothing when nobody invited is concerned. */
const mayClash = ({ kind, entries, people }: LaidCalendar) =>
  entries.length > 0 && (kind === "side" || people === null || people.length > 0);

function lay(layer: Layer, { invited, studyGroupIds }: Around): LaidCalendar {
  const { effect, isSample, entries, group } = layer;
  const base = { effect, isSample, entries };
  if (layer.kind === "holidays") {
    const people = countByZone(
      invited.filter(({ country }) => country !== null && country === layer.country),
    );
    return { ...base, kind: "holidays", name: layer.country ?? "", people };
  }
  if (layer.kind === "other_body" || !group)
    return { ...base, kind: "other_body", name: layer.title, people: null };
  const people = countByZone(invited.filter(({ groupIds }) => groupIds.includes(group.id)));
  const isOfSide = (group.kind === "SG" || group.kind === "WP") && studyGroupIds.includes(group.studyGroupId);
  return { ...base, kind: isOfSide ? "side" : "group", name: group.reference, people };
}
