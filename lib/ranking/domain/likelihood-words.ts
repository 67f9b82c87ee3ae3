import { say, type Words } from "#lib/kernel/words";
import type { Likelihood, SlotAdvice } from "./likelihood.ts";

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
