import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { FindingNote } from "#components/ui/finding-note";
import { Moment } from "#components/ui/moment";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { StateLabel } from "#components/ui/state-label";
import type { Change } from "#lib/changes/domain/change";
import type { Finding } from "#lib/kernel/finding";
import type { Words } from "#lib/kernel/words";
import type { SideConsent } from "#lib/series/domain/consents";
import type { ActionState } from "#lib/web/action-state";
import { Missed } from "./missed";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  reference: string;
  timeZone: string;
  change: Change & {
    readonly sides: readonly SideConsent[];
    readonly findings: readonly Finding[];
    readonly missed: readonly Words[];
  };
  speaksForIds: readonly string[];
  mayTakeBack: boolean;
  actions: { readonly assent: Action; readonly takeBack: Action };
};

/** A change that waits for a side: old and new, the reason, what the rules say, and where each side stands. */
export function OpenChange({ reference, timeZone, change, speaksForIds, mayTakeBack, actions }: Props) {
  const t = useTranslations("changes.open");
  return (
    <div>
      <OldAndNew change={change} timeZone={timeZone} />
      <p className="my-2 max-w-measure" dir="auto">
        {t("reason", { person: change.proposedBy, reason: change.reason })}
      </p>
      <div className="my-3 grid max-w-measure gap-2">
        {change.findings.map((finding, index) => (
          <FindingNote key={index} finding={finding} />
        ))}
        <Missed missed={change.missed} />
        {change.aside && <p dir="auto">{t("aimsReason", { reason: change.aside.reason })}</p>}
      </div>
      <Sides>
        {change.sides.map((state) => (
          <div key={state.side.id}>
            <h3 className="mb-2 flex flex-wrap items-center gap-2">
              <SideBadge letter={state.side.letter} name={state.side.group.reference} />
              <StateLabel
                tone={state.outcome === "agreed" ? "ok" : state.outcome === "missing" ? "info" : "bad"}
              >
                {t(`outcome.${state.outcome}`)}
              </StateLabel>
            </h3>
            {state.latest && <p>{t("said", { person: state.latest.recordedBy })}</p>}
            {speaksForIds.includes(state.side.id) && state.outcome !== "agreed" && (
              <Assent {...{ reference, side: state.side, changeId: change.id, action: actions.assent }} />
            )}
          </div>
        ))}
      </Sides>
      {mayTakeBack && (
        <ActionForm
          action={actions.takeBack}
          submit={t("takeBack")}
          variant="quiet"
          hidden={{ reference, changeId: change.id }}
          className="mt-4 grid gap-2"
        />
      )}
    </div>
  );
}

/** Old and new time of a change, one below the other. */
export function OldAndNew({ change, timeZone }: { change: Change; timeZone: string }) {
  const t = useTranslations("changes.open");
  return (
    <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[6rem_1fr]">
      <dt className="text-muted">{t("old")}</dt>
      <dd>
        <del className="decoration-1">
          <Moment start={change.old.start} end={change.old.end} timeZone={timeZone} />
        </del>
      </dd>
      <dt className="text-muted">{t("new")}</dt>
      <dd className="font-semibold">
        {change.next ? (
          <Moment start={change.next.start} end={change.next.end} timeZone={timeZone} />
        ) : (
          t("cancelled")
        )}
      </dd>
    </dl>
  );
}

type AssentProps = { reference: string; changeId: string; side: SideConsent["side"]; action: Action };

function Assent({ reference, changeId, side, action }: AssentProps) {
  const t = useTranslations("changes.open");
  const hidden = { reference, changeId, sideId: side.id };
  return (
    <div className="mt-2 flex flex-wrap gap-3">
      <ActionForm
        action={action}
        submit={t("agree", { group: side.group.reference })}
        hidden={{ ...hidden, outcome: "agreed" }}
      />
      <ActionForm
        action={action}
        submit={t("disagree")}
        variant="secondary"
        hidden={{ ...hidden, outcome: "not_agreed" }}
      />
    </div>
  );
}
