import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignedInSheet } from "../../../../../../answer/signed-in-sheet";

type Props = PageProps<"/series/[reference]/meetings/[sequence]/answer">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answering");
  return { title: t("title") };
}

export default async function AnswerOtherTimePage({ params, searchParams }: Props) {
  const { reference, sequence } = await params;
  return <SignedInSheet of={{ reference, sequence }} search={await searchParams} />;
}
