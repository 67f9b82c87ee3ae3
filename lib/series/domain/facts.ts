import type { Series, SeriesFacts } from "./series.ts";

type Flat = Record<string, string | number | null>;

/** What an edit changes, as the audit trail keeps it: the changed facts alone, before and after. */
export function changedFacts(
  series: Series,
  facts: SeriesFacts & { readonly mandateStatus: string },
): { readonly before: Flat; readonly after: Flat } {
  const old = flat({
    ...series,
    target: { ...series.target, group: series.target.group?.reference ?? null },
  });
  const now = flat({ ...facts, mandate: { ...facts.mandate, status: facts.mandateStatus } });
  const changed = Object.keys(now).filter((name) => old[name] !== now[name]);
  const pick = (from: Flat) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  return { before: pick(old), after: pick(now) };
}

const flat = (facts: Omit<SeriesFacts, "mandate"> & Pick<Series, "mandate">): Flat => ({
  title: facts.title,
  topic: facts.topic,
  output: facts.output,
  meetingCount: facts.meetingCount,
  format: facts.format,
  mandateReference: facts.mandate.reference,
  mandateText: facts.mandate.text,
  mandateStatus: facts.mandate.status,
  targetGroup: facts.target.group,
  targetMonth: facts.target.month,
  targetOpensOn: facts.target.opensOn,
});
