import { say, type Words } from "#lib/kernel/words";
import type { Likelihood, SlotAdvice } from "./likelihood.ts";
import type { BrokenRule, SmallestChange } from "./ranking.ts";

const MS_PER_DAY = 86_400_000;

/** What a series breaks, in words. Ids of sides and people stand as they are: give a `nameOf` to turn them into names. */
export function wordsOfBroken(broken: BrokenRule, nameOf: (id: string) => string = (id) => id): Words {
  switch (broken.rule) {
    case "meetings":
      return say("ranking.broken.meetings", { needed: broken.needed, offered: broken.offered });
    case "quorum":
      return say("ranking.broken.quorum", {
        ...{ side: nameOf(broken.side), needed: broken.needed, able: broken.able },
      });
    case "required":
      return say("ranking.broken.required", { person: nameOf(broken.person) });
    case "minGapDays":
    case "maxGapDays":
      return say(`ranking.broken.${broken.rule}`, { days: oneDigit(broken.days), needed: broken.needed });
    case "maxPerWeek":
      return say("ranking.broken.maxPerWeek", { meetings: broken.meetings, needed: broken.needed });
    default:
      return say(`ranking.broken.${broken.rule}`);
  }
}

/** What would make a series possible, in words. Ids as in {@link wordsOfBroken}. */
export function wordsOfChange(change: SmallestChange, nameOf: (id: string) => string = (id) => id): Words {
  switch (change.rule) {
    case "quorum":
      return say("ranking.change.quorum", { side: nameOf(change.side), from: change.from, to: change.to });
    case "required":
      return say("ranking.change.required", { person: nameOf(change.person) });
    case "notBefore":
    case "notAfter": {
      const days = Math.ceil(Math.abs(change.to.getTime() - change.from.getTime()) / MS_PER_DAY);
      return say(`ranking.change.${change.rule}`, { days });
    }
    case "blocked":
    case "must":
    case "never":
      return say(`ranking.change.${change.rule}`);
    default:
      return say(`ranking.change.${change.rule}`, { from: change.from, to: change.to });
  }
}

/** How likely a series is, and what would help most. */
export function wordsOfLikelihood({ likelihood, advice }: Likelihood): Words[] {
  const likely = say("ranking.likely", { percent: percent(likelihood) });
  return advice ? [likely, wordsOfAdvice(advice, likelihood)] : [likely];
}

function wordsOfAdvice({ hour, lengthMinutes, startsAt, likelihood }: SlotAdvice, before: number): Words {
  const clock = (minutes: number) => `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  return say("ranking.advice", {
    ...{ count: startsAt.length, from: clock(hour * 60), to: clock(hour * 60 + lengthMinutes) },
    ...{ before: percent(before), after: percent(likelihood) },
  });
}

const pad = (number: number) => String(number).padStart(2, "0");
const percent = (share: number) => Math.round(share * 100);
const oneDigit = (days: number) => Math.round(days * 10) / 10;
