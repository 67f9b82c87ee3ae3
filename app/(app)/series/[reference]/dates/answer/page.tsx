import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignedInSheet } from "../../../../../answer/signed-in-sheet";

type Props = PageProps<"/series/[reference]/dates/answer">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answering");
  return { title: t("title") };
}

export default async function SignedInAnswerPage({ params, searchParams }: Props) {
  const { reference } = await params;
  return <SignedInSheet of={{ reference }} search={await searchParams} />;
}
