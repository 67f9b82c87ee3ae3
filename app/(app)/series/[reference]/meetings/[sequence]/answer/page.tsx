import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { answerSignedInAction } from "../../../../../../answer/actions";
import { settingsOf, Sheet } from "../../../../../../answer/sheet";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewComments } from "#lib/scheduling/usecases/view-comments";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

type Props = PageProps<"/series/[reference]/meetings/[sequence]/answer">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("answering");
  return { title: t("title") };
}

export default async function AnswerOtherTimePage({ params, searchParams }: Props) {
  const { reference, sequence } = await params;
  const [sheet, comments] = await forPage(async () => {
    const by = { actor: await requireActor(), reference, sequence: Number(sequence) || 0 };
    return Promise.all([viewAnswerSheet(by), viewComments(by)]);
  });
  const settings = await settingsOf(await searchParams);
  return (
    <Sheet
      sheet={sheet}
      comments={comments}
      by={{ reference, sequence }}
      settings={settings}
      action={answerSignedInAction}
    />
  );
}
