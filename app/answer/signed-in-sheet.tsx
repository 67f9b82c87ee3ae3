import { AnsweringWords } from "#components/scheduling/answering-words";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import { viewComments } from "#lib/scheduling/usecases/view-comments";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { answerSignedInAction } from "./actions";
import { settingsOf, Sheet } from "./sheet";

type Props = {
  /** The series; with a sequence, the poll about another time for that meeting. */
  of: { readonly reference: string; readonly sequence?: string };
  search: Parameters<typeof settingsOf>[0];
};

/** The sheet of the signed-in person. */
export async function SignedInSheet({ of, search }: Props) {
  const { reference, sequence } = of;
  const [sheet, comments] = await forPage(async () => {
    const meeting = sequence === undefined ? {} : { sequence: Number(sequence) || 0 };
    const by = { actor: await requireActor(), reference, ...meeting };
    return Promise.all([viewAnswerSheet(by), viewComments(by)]);
  });
  return (
    <AnsweringWords>
      <Sheet
        {...{ sheet, comments, settings: await settingsOf(search), action: answerSignedInAction }}
        by={sequence === undefined ? { reference } : { reference, sequence }}
      />
    </AnsweringWords>
  );
}
