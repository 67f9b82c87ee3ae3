import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { Balances } from "#components/decisions/balances";
import { ChooseSeries } from "#components/decisions/choose-series";
import { Chooser } from "#components/decisions/chooser";
import { DecisionWords } from "#components/decisions/decision-words";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { type Address, writeAims } from "#lib/decisions/domain/aims";
import { writeSlots } from "#lib/decisions/domain/slot-list";
import { type ChooserView, rankPoll } from "#lib/decisions/usecases/rank-poll";
import type { Actor } from "#lib/people/domain/actor";
import { countByZone } from "#lib/rules/domain/zone-people";
import { targetOf } from "#lib/scheduling/domain/target";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { chooseSeriesAction, holdSlotsAction, setAimsAction } from "./actions";

type Props = PageProps<"/series/[reference]/dates/choose">;

/** What takes longer is not waited for. */
const QUICK_MS = 300;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("decisions.chooser");
  return { title: t("title") };
}

export default async function ChoosePage({ params, searchParams }: Props) {
  const { reference } = await params;
  const address = await searchParams;
  const actor = await forPage(requireActor);
  // Without scripts the page waits until the ranks are found; else the browser asks for them and shows how far it is.
  const patience = address["wait"] === undefined ? { waitMs: QUICK_MS } : {};
  const view = await forPage(() => rankPoll(actor, { reference, address }, patience));
  if (view.phase === "decided") redirect(`/series/${reference}/dates/decision`);
  const t = await getTranslations("decisions.chooser");
  return (
    <DecisionWords>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      {view.phase === "open" && !view.refusal && <Notice tone="info">{t("provisional")}</Notice>}
      <Ranking view={view} actor={actor} address={address} />
      {view.balances.length > 0 && (
        <Section title={t("ledger")} lead={t("ledgerLead")}>
          <Balances balances={view.balances} />
        </Section>
      )}
      {view.mayPutForward && <ByHand view={view} actor={actor} isOpen={address["hand"] !== undefined} />}
    </DecisionWords>
  );
}

function Ranking({ view, actor, address }: { view: ChooserView; actor: Actor; address: Address }) {
  const { series, aims, usual, ranking, people } = view;
  const named = new Set([...aims.required, ...usual.required]);
  const place = (name: string, otherwise: number) => Number([address[name]].flat()[0]) || otherwise;
  return (
    <Chooser
      {...{ reference: series.reference, timeZone: actor.timeZone, aims, usual, ranking }}
      people={people.filter(({ id }) => named.has(id))}
      refused={view.refusal}
      facts={{
        meetingCount: series.meetingCount,
        sides: series.sides.map(({ letter, group }) => ({
          ...{ letter, group: group.reference },
          people: people.filter((person) => person.letter === letter).length,
        })),
        hasLedger: view.balances.length > 0,
      }}
      slots={writeSlots(view.slots.map(({ ordinal, start }) => ({ ordinal, startsAt: start.getTime() })))}
      chosenSlotIds={view.chosenSlotIds}
      mayPutForward={view.mayPutForward}
      aimsVersion={view.aimsVersion}
      maySetAims={view.maySetAims}
      compared={{ left: place("left", 1), right: place("right", 2) }}
      actions={{ choose: chooseSeriesAction, hold: holdSlotsAction, setAims: setAimsAction }}
    />
  );
}

/** Other slots than those of the ranking, ticked one by one. */
type HandProps = { view: ChooserView; actor: Actor; isOpen: boolean };

async function ByHand({ view, actor, isOpen }: HandProps) {
  const t = await getTranslations("decisions.choose");
  const { series, slots } = view;
  const query = [writeAims(view.aims, view.usual), "hand=1"].filter(Boolean).join("&");
  return (
    <Section title={t("title")} lead={t("lead")} id="hand">
      {!isOpen && (
        <ButtonLink href={`/series/${series.reference}/dates/choose?${query}#hand`}>{t("open")}</ButtonLink>
      )}
      {isOpen && (
        <ChooseSeries
          reference={series.reference}
          slots={slots.map(({ id, start, lengthMinutes, totals, blockedBy, missing }) => ({
            ...{ id, lengthMinutes, totals, missing, findings: blockedBy, startsAt: start.getTime() },
          }))}
          sides={series.sides.map(({ letter, group }) => ({ letter, group: group.reference }))}
          aims={view.usual}
          timeZone={actor.timeZone}
          meetingCount={series.meetingCount}
          zones={countByZone(series.members)}
          target={targetOf(series)}
          rules={view.rules}
          chosen={view.chosenSlotIds}
          action={chooseSeriesAction}
        />
      )}
    </Section>
  );
}
