import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextArea } from "#components/ui/fields";
import { Moment } from "#components/ui/moment";
import type { Finding } from "#lib/kernel/finding";
import type { WeighedFinding } from "#lib/waivers/domain/waiver";
import type { ActionState } from "#lib/web/action-state";
import { FindingLines } from "./finding-lines";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Checked = {
  readonly slot: { readonly id: string; readonly start: Date; readonly end: Date };
  readonly findings: readonly WeighedFinding[];
};

type Props = {
  reference: string;
  seriesId: string;
  timeZone: string;
  slots: readonly Checked[];
  /** Null for who may not set findings aside. */
  actions: { readonly waive: Action; readonly restore: Action } | null;
};

/** The slots on offer that break a rule, rule by rule, each set aside with its reason or still open. */
export function BrokenRules(props: Props) {
  const broken = props.slots.flatMap(({ slot, findings }) =>
    findings.filter(({ severity }) => severity === "fail").map((finding) => ({ slot, finding })),
  );
  const rules = [...new Set(broken.map(({ finding }) => finding.rule))];
  return rules.map((rule) => (
    <RuleGroup
      key={rule}
      {...props}
      rule={rule}
      broken={broken.filter(({ finding }) => finding.rule === rule)}
    />
  ));
}

/** How a box names the finding of a slot. */
const boxOf = (slotId: string, { about = "" }: Finding) => `${slotId} ${about}`;

type Broken = { readonly slot: Checked["slot"]; readonly finding: Checked["findings"][number] };

type GroupProps = Omit<Props, "slots"> & { rule: string; broken: readonly Broken[] };

function RuleGroup({ rule, broken, reference, seriesId, timeZone, actions }: GroupProps) {
  const t = useTranslations("offering.broken");
  const ui = useTranslations("ui");
  const open = broken.filter(({ finding }) => !finding.waiver);
  const aside = broken.filter(({ finding }) => finding.waiver);
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t("rule", { rule, count: broken.length })}</h3>
      {open.length > 0 && actions && (
        <ActionForm
          action={actions.waive}
          submit={t("waive", { count: open.length })}
          variant="secondary"
          hidden={{ reference, rule }}
          className="mt-2 grid gap-3"
        >
          {open.map(({ slot, finding }) => (
            <label key={boxOf(slot.id, finding)} className="flex items-start gap-3 bg-shade px-2 py-1">
              <input
                type="checkbox"
                name="findings[]"
                value={boxOf(slot.id, finding)}
                defaultChecked
                className="mt-1 size-5 accent-accent"
              />
              <span>
                <Moment start={slot.start} end={slot.end} timeZone={timeZone} />
                <FindingLines findings={[finding]} />
              </span>
            </label>
          ))}
          <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required rows={2} />
        </ActionForm>
      )}
      {aside.map(({ slot, finding }) => (
        <div key={boxOf(slot.id, finding)} className="mt-2 border-s-4 border-control ps-3">
          <Moment start={slot.start} end={slot.end} timeZone={timeZone} />
          <FindingLines findings={[finding]} />
          {finding.waiver && (
            <p dir="auto">{t("aside", { person: finding.waiver.waivedBy, reason: finding.waiver.reason })}</p>
          )}
          {finding.waiver?.isUnderOlderRule && <p className="text-sm text-warn">{ui("olderRule")}</p>}
          {actions && (
            <ActionForm
              action={actions.restore}
              submit={t("restore")}
              variant="quiet"
              hidden={{ seriesId, rule, subjectId: slot.id, about: finding.about ?? "" }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
