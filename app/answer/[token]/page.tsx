import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { settingsOf, Sheet } from "../sheet";
import { answerByLinkAction } from "../actions";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewComments } from "#lib/scheduling/usecases/view-comments";
import { forPage } from "#lib/web/page";

type Props = PageProps<"/answer/[token]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answering");
  // The address is the key to the sheet: no other host may learn it.
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function AnswerPage({ params, searchParams }: Props) {
  const { token } = await params;
  const [sheet, comments] = await forPage(() =>
    Promise.all([viewAnswerSheet({ token }), viewComments({ token })]),
  );
  const settings = await settingsOf(await searchParams);
  return (
    <Sheet sheet={sheet} comments={comments} by={{ token }} settings={settings} action={answerByLinkAction} />
  );
}
