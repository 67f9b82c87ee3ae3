import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { RadioGroup, SelectField, TextArea, TextField } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { StateLabel } from "#components/ui/state-label";
import type { Finding } from "#lib/kernel/finding";
import type { SideConsent } from "#lib/series/domain/consents";
import type { ActionState } from "#lib/web/action-state";
import { ReasonIfAsked } from "./reason-if-asked";
import type { WeighedFinding } from "#lib/waivers/domain/waiver";
import { FindingLines } from "#components/scheduling/finding-lines";
import { SlotMoment, type SlotRow } from "#components/scheduling/slot-rows";

type ChosenSlot = Omit<SlotRow, "totals" | "findings"> & { readonly findings: readonly WeighedFinding[] };

type Props = {
  reference: string;
  choice: {
    readonly id: string;
    readonly slots: readonly ChosenSlot[];
    readonly findings: readonly Finding[];
    readonly sides: readonly SideConsent[];
  };
  timeZone: string;
  /** Sides for which this reader may speak; none once all is decided. */
  speaksForIds: readonly string[];
  /** The dates are not the first of the ranking any more, and nobody has said why they are taken: whoever decides does. */
  asksReason: boolean;
  /** Who decides, as the form proposes it. */
  readerName: string;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** The slots put forward, what the rules say of them, and each side's assent beside the other's. */
export function ChoicePanel(props: Props) {
  const { reference, choice, timeZone, speaksForIds, readerName, action } = props;
  const t = useTranslations("decisions.choice");
  const isLast = ({ side }: SideConsent) =>
    choice.sides.every((other) => other.side.id === side.id || other.outcome === "agreed");
  return (
    <>
      <ol className="space-y-3">
        {choice.slots.map((slot, index) => (
          <li key={slot.id} className="flex gap-3">
            <span className="font-serif text-lg font-semibold">{index + 1}</span>
            <div className="min-w-0">
              <SlotMoment slot={slot} timeZone={timeZone} />
              {slot.findings.map((finding, place) => (
                <SlotFinding key={place} finding={finding} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="my-4 space-y-2">
        {choice.findings.map((finding, index) => (
          <FindingNote key={index} finding={finding} />
        ))}
      </div>
      <Sides>
        {choice.sides.map((side) => (
          <div key={side.side.id}>
            <h3 className="mb-2 flex flex-wrap items-center gap-2">
              <SideBadge letter={side.side.letter} name={side.side.group.reference} />
              <StateLabel
                tone={side.outcome === "agreed" ? "ok" : side.outcome === "missing" ? "info" : "bad"}
              >
                {t(`outcome.${side.outcome}`)}
              </StateLabel>
            </h3>
            <Said consent={side} />
            {speaksForIds.includes(side.side.id) && side.outcome !== "agreed" && (
              <AssentForm
                {...{ reference, readerName, action, side: side.side, choiceId: choice.id }}
                asksReason={props.asksReason && isLast(side)}
              />
            )}
          </div>
        ))}
      </Sides>
    </>
  );
}

/** What the rules say of one slot, and who set it aside for which reason. */
function SlotFinding({ finding }: { finding: WeighedFinding }) {
  const t = useTranslations("offering.broken");
  const { waiver } = finding;
  return (
    <div className="mt-1">
      <FindingLines findings={[finding]} />
      {waiver && (
        <p className="ms-5 text-sm font-semibold" dir="auto">
          {t("aside", { person: waiver.waivedBy, reason: waiver.reason })}
        </p>
      )}
    </div>
  );
}

function Said({ consent: { latest } }: { consent: SideConsent }) {
  const t = useTranslations("decisions.choice");
  if (!latest) return <p className="mb-3 text-muted">{t("waiting")}</p>;
  return (
    <p className="mb-3">
      {t("decided", { person: latest.decidedBy })} <DayText day={latest.decidedOn} />
      {latest.evidence && <>. {latest.evidence}</>}
      {latest.comment && <span dir="auto">. {latest.comment}</span>}
    </p>
  );
}

type AssentProps = Pick<Props, "reference" | "readerName" | "action" | "asksReason"> & {
  side: SideConsent["side"];
  choiceId: string;
};

/** What a side says, by whom and how it was decided. */
function AssentForm({ reference, choiceId, side, readerName, asksReason, action }: AssentProps) {
  const t = useTranslations("decisions.choice");
  return (
    <ActionForm
      action={action}
      submit={t("submit", { group: side.group.reference })}
      hidden={{ reference, choiceId, sideId: side.id }}
    >
      <RadioGroup
        name="outcome"
        label={t("answer")}
        defaultValue="agreed"
        required
        options={(["agreed", "not_agreed"] as const).map((value) => ({
          value,
          label: t(`says.${value}`),
        }))}
      />
      <TextField name="decidedBy" label={t("decidedBy")} defaultValue={readerName} required />
      <SelectField
        name="method"
        label={t("method")}
        defaultValue="correspondence"
        required
        options={(["correspondence", "meeting"] as const).map((value) => ({
          value,
          label: t(`methods.${value}`),
        }))}
      />
      <ReasonIfAsked isAsked={asksReason} label={t("whyThese")} hint={t("whyTheseHint")} />
      <More />
    </ActionForm>
  );
}

function More() {
  const t = useTranslations("decisions.choice");
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">{t("more")}</summary>
      <div className="grid gap-4">
        <TextField name="evidence" label={t("evidence")} hint={t("evidenceHint")} />
        <TextArea name="comment" label={t("comment")} />
      </div>
    </details>
  );
}
