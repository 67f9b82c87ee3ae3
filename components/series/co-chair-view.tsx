import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { TextField } from "#components/ui/fields";
import { StateLabel } from "#components/ui/state-label";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Member, Side } from "#lib/series/domain/series";
import { Disclosure } from "./disclosure";
import type { FormAction } from "./form-action";

type Props = {
  seriesId: string;
  side: Side;
  coChair: Member | null;
  mayWelcome: boolean;
  mayPutForward: boolean;
  actions: { readonly welcome: FormAction; readonly putForward: FormAction };
};

/** The co-chair of a side: who, put forward when, welcomed when; and the forms for those who may. */
export function CoChairView({ seriesId, side, coChair, mayWelcome, mayPutForward, actions }: Props) {
  const t = useTranslations("series.coChair");
  return (
    <div className="grid gap-2" id={`co-chair-${side.letter.toLowerCase()}`}>
      {coChair ? (
        <Person coChair={coChair} />
      ) : (
        <p className="text-muted">{t("none", { side: side.group.reference })}</p>
      )}
      {coChair && mayWelcome && (
        <ActionForm
          action={actions.welcome}
          submit={t("welcome", { person: coChair.name })}
          variant="secondary"
          hidden={{ seriesId, memberId: coChair.id }}
        />
      )}
      {mayPutForward && (
        <Disclosure summary={coChair ? t("replace") : t("putForward")}>
          <ActionForm
            action={actions.putForward}
            submit={t("submit")}
            variant="secondary"
            hidden={{ seriesId, sideId: side.id, replacesId: coChair?.id ?? "" }}
          >
            <p className="text-muted">{t("formLead")}</p>
            <TextField name="name" label={t("name")} hint={t("nameHint")} required maxLength={120} />
            <TextField name="office" label={t("office")} hint={t("officeHint")} maxLength={120} />
            <TextField name="email" type="email" label={t("email")} required maxLength={254} />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  );
}

function Person({ coChair }: { coChair: Member }) {
  const t = useTranslations("series.coChair");
  return (
    <>
      <p>
        <span className="font-semibold">{coChair.name}</span>
        {coChair.office && <>, {coChair.office}</>}
        {coChair.entity && <span className="block text-muted">{coChair.entity}</span>}
      </p>
      <p className="text-muted">
        {coChair.putForwardAt && <On sentence="putForwardOn" at={coChair.putForwardAt} />}{" "}
        {coChair.welcomedAt ? (
          <On sentence="welcomedOn" at={coChair.welcomedAt} />
        ) : (
          <StateLabel tone="warn">{t("notWelcomed")}</StateLabel>
        )}
      </p>
    </>
  );
}

function On({ sentence, at }: { sentence: "putForwardOn" | "welcomedOn"; at: Date }) {
  const t = useTranslations("series.coChair");
  return t.rich(sentence, { when: () => <DayText day={dayIn(at, GENEVA)} /> });
}
