import { useTranslations } from "next-intl";
import { StateLabel } from "#components/ui/state-label";
import type { SeriesState as State } from "#lib/series/domain/series";

const TONES: Partial<Record<State, "ok" | "warn" | "bad">> = {
  proposed: "warn",
  agreed_by_both: "ok",
  submitted: "ok",
  closed: "ok",
  declined: "bad",
  withdrawn: "bad",
};

/** The state of a series in a word. */
export function SeriesState({ state }: { state: State }) {
  const t = useTranslations("series.state");
  return <StateLabel tone={TONES[state] ?? "info"}>{t(state)}</StateLabel>;
}
