import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField, TextField } from "#components/ui/fields";
import { SideBadge } from "#components/ui/side-badge";
import { ZoneField } from "#components/ui/zone-field";
import type { Member, Side } from "#lib/series/domain/series";
import { Disclosure } from "./disclosure";
import type { FormAction } from "./form-action";

type Candidate = {
  readonly personId: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly group: string }[];
};

type Props = {
  seriesId: string;
  side: Side;
  members: readonly (Member & { readonly mayEnd: boolean })[];
  candidates: readonly Candidate[];
  mayInvite: boolean;
  actions: { readonly invite: FormAction; readonly endPart: FormAction };
};

/** The people of one side, with their parts and zones, and the forms that invite more. */
export function SidePeople({ seriesId, side, members, candidates, mayInvite, actions }: Props) {
  const t = useTranslations("series.people");
  return (
    <section aria-labelledby={`people-${side.letter}`} className="grid content-start gap-4">
      <h2 id={`people-${side.letter}`} className="text-xl font-semibold">
        <SideBadge letter={side.letter} name={side.group.reference} />{" "}
        <span className="text-base font-normal text-muted">{t("count", { count: members.length })}</span>
      </h2>
      {members.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {members.map((member) => (
            <MemberRow key={member.id} {...{ seriesId, member }} endPart={actions.endPart} />
          ))}
        </ul>
      )}
      {mayInvite && candidates.length > 0 && (
        <Disclosure summary={t("inviteHolders", { count: candidates.length })}>
          <HoldersForm {...{ seriesId, side, candidates }} invite={actions.invite} />
        </Disclosure>
      )}
      {mayInvite && (
        <Disclosure summary={t("inviteNewcomer")}>
          <NewcomerForm {...{ seriesId, side }} invite={actions.invite} />
        </Disclosure>
      )}
    </section>
  );
}

type RowProps = { seriesId: string; member: Props["members"][number]; endPart: FormAction };

function MemberRow({ seriesId, member, endPart }: RowProps) {
  const t = useTranslations("series.people");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-2">
      <div>
        <p>
          <span className="font-semibold">{member.name}</span> · {t(member.role)}
          {member.office && <>, {member.office}</>}
        </p>
        <p className="text-sm text-muted">
          {[member.entity, member.country, member.timeZone].filter(Boolean).join(" · ")}
        </p>
      </div>
      {member.mayEnd && (
        <ActionForm
          action={endPart}
          submit={
            <>
              {t("end")}
              <span className="sr-only"> {t("endOf", { person: member.name })}</span>
            </>
          }
          variant="quiet"
          hidden={{ seriesId, memberId: member.id }}
          className="grid gap-2"
        />
      )}
    </li>
  );
}

type FormProps = { seriesId: string; side: Side; invite: FormAction };

function HoldersForm({ seriesId, side, candidates, invite }: FormProps & Pick<Props, "candidates">) {
  const t = useTranslations("series.people");
  const role = useTranslations("series.role");
  return (
    <ActionForm
      action={invite}
      submit={t("invite")}
      variant="secondary"
      hidden={{ seriesId, sideId: side.id }}
    >
      <fieldset>
        <legend className="mb-2 text-muted">{t("holdersLead", { side: side.group.reference })}</legend>
        {candidates.map((person) => (
          <CheckboxField
            key={person.personId}
            name="personIds[]"
            value={person.personId}
            label={
              <>
                {person.name}{" "}
                <span className="text-sm text-muted">
                  {person.roles.map((held) => `${role(held.role as "chair")} ${held.group}`).join(", ")}
                </span>
              </>
            }
          />
        ))}
      </fieldset>
    </ActionForm>
  );
}

function NewcomerForm({ seriesId, side, invite }: FormProps) {
  const t = useTranslations("series.people");
  return (
    <ActionForm
      action={invite}
      submit={t("invite")}
      variant="secondary"
      hidden={{ seriesId, sideId: side.id }}
    >
      <p className="text-muted">{t("newcomerLead")}</p>
      <TextField name="newcomer.name" label={t("name")} hint={t("nameHint")} required maxLength={120} />
      <TextField name="newcomer.email" type="email" label={t("email")} required maxLength={254} />
      <TextField name="newcomer.entity" label={t("entity")} maxLength={200} />
      <ZoneField name="newcomer.timeZone" label={t("zone")} defaultValue="Europe/Zurich" required />
    </ActionForm>
  );
}
