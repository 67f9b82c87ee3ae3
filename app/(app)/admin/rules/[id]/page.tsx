import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { RuleForm } from "#components/rules/rule-form";
import { RuleHistory } from "#components/rules/rule-history";
import { LimitList, SeverityLabel } from "#components/rules/rule-table";
import { RuleWords } from "#components/rules/rule-words";
import { Fact, Facts } from "#components/ui/facts";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { LIMIT_FIELDS } from "#lib/rules/domain/limit-fields";
import { citationOf } from "#lib/rules/domain/rules";
import { showRule } from "#lib/rules/usecases/show-rule";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { changeRuleAction } from "../actions";

type Props = PageProps<"/admin/rules/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: `${(await getTranslations("ruleBook"))("title")} ${id}` };
}

export default async function RulePage({ params }: Props) {
  const { id } = await params;
  const { view, timeZone } = await forPage(async () => {
    const actor = await requireActor();
    return { view: await showRule(actor, id), timeZone: actor.timeZone };
  });
  const { rule, shipped, limits, history, mayChange } = view;
  const [t, words] = [await getTranslations("ruleBook"), await getTranslations()];
  const newest = history[0]?.change.id ?? "";
  return (
    <RuleWords>
      <nav className="mb-4">
        <Link href={"/admin/rules" as never}>{t("all")}</Link>
      </nav>
      <PageHeading title={rule.id} lead={words(rule.title)} />
      <Facts>
        <Fact label={t("severity")}>
          <SeverityLabel severity={rule.severity} />
        </Fact>
        <Fact label={t("source")}>{citationOf(rule) || t("practice")}</Fact>
        {LIMIT_FIELDS[rule.id] && (
          <Fact label={t("limits")}>
            <LimitList rule={rule} limits={limits} />
          </Fact>
        )}
      </Facts>
      {mayChange && (
        <Section title={t("change")} lead={t("changeLead")}>
          <RuleForm key={newest} rule={rule} limits={limits} seen={newest} action={changeRuleAction} />
        </Section>
      )}
      <Section title={t("history")} lead={t("historyLead")}>
        {history.length === 0 ? (
          <p className="text-muted">{t("none")}</p>
        ) : (
          <RuleHistory shipped={shipped} editions={history} timeZone={timeZone} />
        )}
      </Section>
    </RuleWords>
  );
}
