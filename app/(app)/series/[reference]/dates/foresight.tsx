import { getTranslations } from "next-intl/server";
import { ForesightNote } from "#components/decisions/foresight-note";
import { Section } from "#components/ui/section";
import { foreseeSeries } from "#lib/decisions/usecases/foresee-series";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";

type Props = { reference: string; actor: Actor };

/** How the poll can end, before it ends. */
export async function Foresight({ reference, actor }: Props) {
  const foresight = await forPage(() => foreseeSeries(actor, reference));
  if (!foresight) return null;
  const t = await getTranslations("ranking.foresight");
  return (
    <Section title={t("title")}>
      <ForesightNote foresight={foresight} />
    </Section>
  );
}
