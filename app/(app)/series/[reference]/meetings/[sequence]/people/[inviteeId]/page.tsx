import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entry } from "../../../../dates/people/entry";

type Props = PageProps<"/series/[reference]/meetings/[sequence]/people/[inviteeId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.entering"))("title") };
}

/** The secretariat enters what somebody told it about another time for a meeting. */
export default async function SmallEntryPage({ params }: Props) {
  return <Entry asked={await params} />;
}
