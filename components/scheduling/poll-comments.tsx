import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { Moment } from "#components/ui/moment";
import { Section } from "#components/ui/section";
import type { PollComment } from "#lib/scheduling/domain/comment";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  comments: readonly (Omit<PollComment, "personId"> & { readonly mayDelete: boolean })[];
  by: Readonly<Record<string, string>>;
  timeZone: string;
  /** Null when nothing can be written any more. */
  write: Action | null;
  remove: Action;
};

/** What those asked in a poll wrote to one another. */
export function PollComments({ comments, by, timeZone, write, remove }: Props) {
  const t = useTranslations("answering.comments");
  return (
    <Section title={t("title")} lead={t("lead")}>
      {comments.length === 0 && <p className="mb-4 text-muted">{t("none")}</p>}
      <ul className="mb-6 max-w-measure divide-y divide-line">
        {comments.map(({ id, name, text, writtenAt, isDeleted, mayDelete }) => (
          <li key={id} className="py-3">
            <p>
              <b>{name}</b>{" "}
              <span className="text-sm text-muted">
                <Moment start={writtenAt} timeZone={timeZone} />
              </span>
            </p>
            {isDeleted ? (
              <p className="text-muted italic">{t("gone")}</p>
            ) : (
              <p className="whitespace-pre-line" dir="auto">
                {text}
              </p>
            )}
            {mayDelete && (
              <ActionForm
                action={remove}
                submit={t("delete")}
                variant="quiet"
                hidden={{ ...by, commentId: id }}
                className=""
              />
            )}
          </li>
        ))}
      </ul>
      {write && (
        <ActionForm key={comments.length} action={write} submit={t("write")} variant="secondary" hidden={by}>
          <TextArea name="text" label={t("text")} maxLength={2_000} rows={3} required />
        </ActionForm>
      )}
    </Section>
  );
}
