import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RuleTable } from "#components/rules/rule-table";
import { PageHeading } from "#components/ui/page-heading";
import { listRules } from "#lib/rules/usecases/list-rules";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ruleBook"))("title") };
}

export default async function RulesPage() {
  const { view, timeZone } = await forPage(async () => {
    const actor = await requireActor();
    return { view: await listRules(actor), timeZone: actor.timeZone };
  });
  const t = await getTranslations("ruleBook");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <RuleTable lines={view.rules} limits={view.limits} timeZone={timeZone} />
    </>
  );
}
