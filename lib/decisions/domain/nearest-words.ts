import { say, type Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { BrokenRule, SmallestChange } from "#lib/ranking/domain/ranking";
import { dayValue } from "#lib/rules/domain/day-value";

/** How slots, people and sides of a problem are called on the page. */
export type Naming = {
  /** Midnight UTC of a slot's Geneva day, in milliseconds, as texts take days. */
  readonly dayOf: (slot: string) => number;
  readonly personOf: (person: string) => string;
  readonly groupOf: (side: string) => string;
};

/** A rule that the nearest series breaks, in a sentence. */
export function brokenWords(broken: BrokenRule, { dayOf, personOf, groupOf }: Naming): Words {
  switch (broken.rule) {
    case "meetings":
      return say("decisions.broken.meetings", { needed: broken.needed, offered: broken.offered });
    case "quorum":
      return say("decisions.broken.quorum", {
        ...{ day: dayOf(broken.slot), group: groupOf(broken.side), needed: broken.needed, able: broken.able },
      });
    case "required":
      return say("decisions.broken.required", { day: dayOf(broken.slot), name: personOf(broken.person) });
    case "minGapDays":
    case "maxGapDays":
      return say(`decisions.broken.${broken.rule}`, {
        ...{ day: dayOf(broken.slot), next: dayOf(broken.next), needed: broken.needed },
        days: shortOf(broken),
      });
    case "maxPerWeek":
      return say("decisions.broken.maxPerWeek", {
        ...{ day: dayOf(broken.slot), needed: broken.needed, meetings: broken.meetings },
      });
    default:
      return say(`decisions.broken.${broken.rule}`, { day: dayOf(broken.slot) });
  }
}

/** A change after which a series is possible, as what to do. */
export function changeWords(change: SmallestChange, { dayOf, personOf, groupOf }: Naming): Words {
  switch (change.rule) {
    case "quorum":
      return say("decisions.change.quorum", {
        ...{ group: groupOf(change.side), from: change.from, to: change.to },
      });
    case "required":
      return say("decisions.change.required", { name: personOf(change.person) });
    case "notBefore":
    case "notAfter":
      return say(`decisions.change.${change.rule}`, { to: dayValue(dayIn(change.to, GENEVA)) });
    case "minGapDays":
    case "maxGapDays":
    case "maxPerWeek":
    case "meetings":
      return say(`decisions.change.${change.rule}`, { from: change.from, to: change.to });
    default:
      return say(`decisions.change.${change.rule}`, { day: dayOf(change.slot) });
  }
}

/** The days between two meetings to one decimal place, rounded so that they still break the rule. */
function shortOf({ rule, days }: { readonly rule: string; readonly days: number }): number {
  return (rule === "minGapDays" ? Math.floor(days * 10) : Math.ceil(days * 10)) / 10;
}
