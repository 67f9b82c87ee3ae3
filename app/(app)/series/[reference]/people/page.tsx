import { getTranslations } from "next-intl/server";
import { SidePeople } from "#components/series/side-people";
import { PageHeading } from "#components/ui/page-heading";
import { Sides } from "#components/ui/sides";
import { showSeriesPeople } from "#lib/series/usecases/show-series-people";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { endPartAction, inviteParticipantsAction } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("series.people"))("title") };
}

export default async function SeriesPeoplePage({ params }: PageProps<"/series/[reference]/people">) {
  const { reference } = await params;
  const { series, sides } = await forPage(async () => showSeriesPeople(await requireActor(), reference));
  const t = await getTranslations("series.people");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <Sides>
        {sides.map((people) => (
          <SidePeople
            key={people.side.id}
            seriesId={series.id}
            {...people}
            actions={{ invite: inviteParticipantsAction, endPart: endPartAction }}
          />
        ))}
      </Sides>
    </>
  );
}
