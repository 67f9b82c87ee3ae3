import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link";
import { viewChoice } from "#lib/decisions/usecases/view-choice";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";

/** The way to the ranking, for who may look at it; the main thing to do while nothing is put forward. */
export async function ToChooser({ reference, actor }: { reference: string; actor: Actor }) {
  const { mayRank, choice, phase } = await forPage(() => viewChoice(actor, reference));
  const t = await getTranslations("decisions.chooser");
  if (!mayRank) return null;
  return (
    <ButtonLink
      href={`/series/${reference}/dates/choose`}
      variant={phase === "closed" && !choice ? "primary" : "secondary"}
    >
      {t(phase === "closed" ? "toChoose" : "look")}
    </ButtonLink>
  );
}
