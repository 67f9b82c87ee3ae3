import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import { Section } from "#components/ui/section";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  meeting: Pick<Meeting, "sequence" | "version" | "joiningLink">;
  maySee: boolean;
  /** Absent for who may not set it. */
  set: ((previous: ActionState, form: FormData) => Promise<ActionState>) | null;
};

/** How to join a meeting: for the invited, and for the secretariats who say how. */
export function JoiningLink({ reference, meeting, maySee, set }: Props) {
  const t = useTranslations("meetings");
  const { sequence, version, joiningLink } = meeting;
  return (
    <Section title={t("joining")}>
      {!maySee && <p className="text-muted">{t("joiningForInvited")}</p>}
      {maySee &&
        (joiningLink ? <Link address={joiningLink} /> : <p className="text-muted">{t("joiningNone")}</p>)}
      {set && (
        <div className="mt-4">
          <ActionForm
            action={set}
            submit={t("joiningSet")}
            variant="secondary"
            hidden={{ reference, sequence, version }}
          >
            <TextField
              name="joiningLink"
              type="url"
              label={t("joiningLink")}
              hint={t("joiningHint")}
              defaultValue={joiningLink}
              autoComplete="off"
            />
          </ActionForm>
        </div>
      )}
    </Section>
  );
}

function Link({ address }: { address: string }) {
  const t = useTranslations("meetings");
  return (
    <>
      <p>
        <a href={address} rel="noreferrer" className="inline-block py-2 break-all">
          {address}
        </a>
      </p>
      <p className="text-sm text-muted">{t("joiningPrivate")}</p>
    </>
  );
}
