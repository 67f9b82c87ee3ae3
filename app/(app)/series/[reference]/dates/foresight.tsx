import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ForesightNote } from "#components/decisions/foresight-note";
import { Section } from "#components/ui/section";
import { foreseeSeries } from "#lib/decisions/usecases/foresee-series";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";

type Props = { reference: string; actor: Actor };

/** How the poll can end, before it ends. The page does not wait for it. */
export async function Foresight(props: Props) {
  const t = await getTranslations("ranking.foresight");
  return (
    <Suspense fallback={<p className="mt-8 text-muted">{t("working")}</p>}>
      <Foreseen {...props} />
    </Suspense>
  );
}

async function Foreseen({ reference, actor }: Props) {
  const foresight = await forPage(() => foreseeSeries(actor, reference));
  if (!foresight) return null;
  const t = await getTranslations("ranking.foresight");
  return (
    <Section title={t("title")}>
      <ForesightNote foresight={foresight} />
    </Section>
  );
}
