import type { Finding } from "#lib/kernel/finding";
import type { Interval } from "#lib/kernel/interval";
import { say } from "#lib/kernel/words";
import { type AgendaItem, DUTIES, type Duty } from "./agenda.ts";
import { timeAgenda } from "./timing.ts";

type Checked = Pick<AgendaItem, "duty" | "minutes">;

const MISSING = {
  opening: "agendas.missing.opening",
  agenda: "agendas.missing.agenda",
  documents: "agendas.missing.documents",
  discussion: "agendas.missing.discussion",
  ipr: "agendas.missing.ipr",
  liaison: "agendas.missing.liaison",
  future: "agendas.missing.future",
  aob: "agendas.missing.aob",
  closure: "agendas.missing.closure",
} as const satisfies Record<Duty, string>;

/**
 * What is not right with an agenda: the IPR question left out, another duty item left out, more minutes than the
 * meeting has. In this order; none when all is well.
 *
 * @see docs/rules.md#R2 for the IPR question, #G1 and #G2 for the others.
 */
export function checkAgenda(items: readonly Checked[], meeting: Interval): Finding[] {
  const missing = DUTIES.filter((duty) => !items.some((item) => item.duty === duty));
  const ipr = missing.filter((duty) => duty === "ipr").map(toMissing);
  return [...ipr, ...missing.filter((duty) => duty !== "ipr").map(toMissing), ...overRun(items, meeting)];
}

const toMissing = (duty: Duty): Finding => ({
  rule: duty === "ipr" ? "R2" : "G1",
  severity: duty === "ipr" ? "fail" : "warn",
  message: say(MISSING[duty]),
  remedy: say("agendas.missing.remedy"),
});

function overRun(items: readonly Checked[], meeting: Interval): Finding[] {
  const { overRunMinutes } = timeAgenda(items, meeting);
  if (overRunMinutes === 0) return [];
  return [
    {
      rule: "G2",
      severity: "warn",
      message: say("agendas.overRun", { minutes: overRunMinutes }),
      remedy: say("agendas.overRunRemedy"),
    },
  ];
}
