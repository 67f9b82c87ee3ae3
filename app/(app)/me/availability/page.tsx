import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Engagements } from "#components/availability/engagements";
import { Hours } from "#components/availability/hours";
import { Stays } from "#components/availability/stays";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { showAvailability } from "#lib/availability/usecases/show-availability";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import {
  addOnceAction,
  addStayAction,
  addWeeklyAction,
  clearHoursAction,
  removeEngagementAction,
  removeStayAction,
  setHoursAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("availability"))("title") };
}

export default async function AvailabilityPage() {
  const t = await getTranslations("availability");
  const { plan, stays, engagements, hours } = await forPage(async () =>
    showAvailability(await requireActor()),
  );
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <Section title={t("stays.title")} lead={t("stays.lead", { home: plan.home })}>
        <Stays stays={stays} add={addStayAction} remove={removeStayAction} />
      </Section>
      <Section title={t("engagements.section")} lead={t("engagements.lead")}>
        <Engagements
          engagements={engagements}
          timeZone={plan.home}
          actions={{ once: addOnceAction, weekly: addWeeklyAction, remove: removeEngagementAction }}
        />
      </Section>
      <Section title={t("hours.title")} lead={t("hours.lead")}>
        <Hours hours={hours} set={setHoursAction} clear={clearHoursAction} />
      </Section>
    </>
  );
}
