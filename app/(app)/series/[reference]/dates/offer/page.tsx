import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrokenRules } from "#components/scheduling/broken-rules";
import { OfferDesk } from "#components/scheduling/offer-desk";
import { OfferingWords } from "#components/scheduling/offering-words";
import { PlanBar } from "#components/scheduling/plan-bar";
import { UndoOffer } from "#components/scheduling/undo-offer";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { type OfferView, viewOffer } from "#lib/scheduling/usecases/view-offer";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import {
  offerStagedAction,
  readPastedAction,
  restoreSlotFindingAction,
  waiveSlotFindingsAction,
  withdrawOfferAction,
} from "./actions";
import { bandsOf, type Filled, fillGeneration, generateFilled, toBare } from "./staging";

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Filled>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offering");
  return { title: t("title") };
}

export default async function OfferPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const filled = await searchParams;
  const actor = await forPage(requireActor);
  const view = await forPage(() => viewOffer(actor, reference));
  const t = await getTranslations("offering");
  return (
    <OfferingWords>
      <PageHeading title={t("title")} lead={t("lead")}>
        <ButtonLink href={`/series/${reference}/dates`}>{t("toDates")}</ButtonLink>
      </PageHeading>
      {view.lastOffer && view.mayOffer && (
        <UndoOffer
          {...{ reference, action: withdrawOfferAction, timeZone: actor.timeZone }}
          {...view.lastOffer}
        />
      )}
      <Planned view={view} />
      {view.mayOffer ? (
        <Desk view={view} actor={actor} filled={filled} />
      ) : (
        <Empty title={t("closed")}>{t("closedText")}</Empty>
      )}
      <Broken view={view} actor={actor} />
    </OfferingWords>
  );
}

async function Planned({ view: { plan, series, slots } }: { view: OfferView }) {
  const t = await getTranslations("offering.plan");
  return (
    <Section title={t("title")} lead={plan && t("lead", plan.figures)}>
      {plan ? (
        <PlanBar
          plan={plan}
          slotDays={slots.map(({ slot }) => dayIn(slot.start, GENEVA))}
          target={series.target.group?.reference ?? t("targetMeeting")}
        />
      ) : (
        <p className="text-muted">{t("unknown")}</p>
      )}
    </Section>
  );
}

type DeskProps = { view: OfferView; actor: Actor; filled: Filled };

function Desk({ view, actor, filled }: DeskProps) {
  const generation = fillGeneration(filled, view, actor.timeZone);
  return (
    <OfferDesk
      {...{ reference: view.series.reference, timeZone: actor.timeZone, now: view.now, room: view.room }}
      draftId={`${view.series.id}.${actor.id}`}
      context={view.context}
      offered={view.slots.map(({ slot }) => toBare(slot))}
      bands={bandsOf(view)}
      generation={generation}
      generated={generateFilled(filled, view)}
      actions={{ offer: offerStagedAction, read: readPastedAction }}
    />
  );
}

async function Broken({ view, actor }: Omit<DeskProps, "filled">) {
  const t = await getTranslations("offering.broken");
  const broken = view.slots.filter(({ findings }) => findings.some(({ severity }) => severity === "fail"));
  if (broken.length === 0) return null;
  return (
    <Section title={t("title", { count: broken.length })} lead={t("lead")} id="broken">
      <BrokenRules
        {...{ reference: view.series.reference, seriesId: view.series.id, timeZone: actor.timeZone }}
        slots={broken}
        actions={view.mayWaive ? { waive: waiveSlotFindingsAction, restore: restoreSlotFindingAction } : null}
      />
    </Section>
  );
}
