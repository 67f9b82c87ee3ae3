import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { AnswerPoll } from "#components/scheduling/answer-poll";
import { AnswersGiven } from "#components/scheduling/answers-given";
import { PollComments } from "#components/scheduling/poll-comments";
import { ReplacedNotice } from "#components/scheduling/replaced-notice";
import { SheetHead } from "#components/scheduling/sheet-head";
import { Notice } from "#components/ui/notice";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { dayValue } from "#lib/rules/domain/day-value";
import { readSettings, SETTINGS_COOKIE, type SheetSettings } from "#lib/scheduling/domain/sheet-settings";
import type { AnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import type { ActionState } from "#lib/web/action-state";
import type { CommentView } from "#lib/scheduling/usecases/view-comments";
import { deleteCommentAction, writeCommentAction } from "./comment-actions";
import "./sheet.css";
import "./sheet-rows.css";

type Props = {
  sheet: AnswerSheet;
  comments: readonly CommentView[];
  by: Readonly<Record<string, string>>;
  settings: SheetSettings;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The sheet of one invited person: to be filled in until the deadline, to be read afterwards. */
export async function Sheet({ sheet, comments, by, settings, action }: Props) {
  const t = await getTranslations("answering");
  const { phase, closesAt, slots, answers, note, answeredAt, plan } = sheet;
  const { title, sides } = sheet.series;
  const timeZone = settings.timeZone ?? plan.home;
  const saved = answeredAt
    ? t("savedBefore", { clock: clockIn(answeredAt, GENEVA), at: dayValue(dayIn(answeredAt, GENEVA)) })
    : "";
  return (
    <>
      <SheetHead {...{ title, sides, phase, closesAt, timeZone }} name={sheet.person.name} />
      {sheet.replaces && <ReplacedNotice replaces={sheet.replaces} timeZone={timeZone} />}
      {sheet.enteredBy !== null && answeredAt && (
        <Notice tone="info">
          {t(phase === "open" ? "enteredBy" : "enteredByClosed", {
            ...{ person: sheet.enteredBy, clock: clockIn(answeredAt, GENEVA) },
            at: dayValue(dayIn(answeredAt, GENEVA)),
          })}
        </Notice>
      )}
      {phase === "open" ? (
        <AnswerPoll
          {...{ by, slots, answers, note, plan, saved, settings, action }}
          sheetId={sheet.id}
          withdrawn={sheet.withdrawn}
          proposals={sheet.proposals}
          likeBefore={sheet.likeBefore}
          slotsVersion={sheet.slotsVersion}
          version={sheet.version}
        />
      ) : (
        <AnswersGiven {...{ slots, answers, note, plan, settings }} />
      )}
      <PollComments
        {...{ comments, by, timeZone }}
        write={phase === "open" ? writeCommentAction : null}
        remove={deleteCommentAction}
      />
    </>
  );
}

/** How the reader likes the sheet: as the address says, else as the browser remembers. */
export async function settingsOf(
  search: Awaited<PageProps<"/answer/[token]">["searchParams"]>,
): Promise<SheetSettings> {
  const asked = Object.entries(search).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  if (asked.length > 0) return readSettings(new URLSearchParams(asked).toString());
  return readSettings(decoded((await cookies()).get(SETTINGS_COOKIE)?.value ?? ""));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ""; // not written by us
  }
}
