import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entry } from "../entry";

type Props = PageProps<"/series/[reference]/dates/people/[inviteeId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scheduling.entering"))("title") };
}

/** The secretariat enters what somebody told it. */
export default async function EntryPage({ params }: Props) {
  return <Entry asked={await params} />;
}
