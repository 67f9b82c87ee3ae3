import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link";
import { mayLookAhead } from "#lib/decisions/domain/policy";
import type { Actor } from "#lib/people/domain/actor";
import type { PollPhase } from "#lib/scheduling/domain/poll";
import type { Sight } from "#lib/scheduling/domain/sight";
import type { SeriesHead } from "#lib/series/domain/series";

type Props = { actor: Actor; series: SeriesHead; phase: PollPhase; sight: Sight };

/** The way to a provisional ranking, for co-chairs from whom the open poll hides nothing. It asks the database nothing. */
export async function ToChooser({ actor, series, phase, sight }: Props) {
  const t = await getTranslations("decisions.chooser");
  if (phase !== "open" || !mayLookAhead(actor, series, sight)) return null;
  return <ButtonLink href={`/series/${series.reference}/dates/choose`}>{t("look")}</ButtonLink>;
}
