import { useTranslations } from "next-intl";
import { SideTotal } from "#components/scheduling/side-total";
import { ActionForm } from "#components/ui/action-form";
import { ButtonLink } from "#components/ui/button-link";
import { TextArea } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import { Moment } from "#components/ui/moment";
import { clockIn, dayIn } from "#lib/kernel/zone";
import type { Finding } from "#lib/kernel/finding";
import type { Words } from "#lib/kernel/words";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { PollPhase, Slot } from "#lib/scheduling/domain/poll";
import type { SlotTotal } from "#lib/scheduling/domain/tally";
import type { ActionState } from "#lib/web/action-state";
import { AimsReason, Missed } from "./missed";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Asked = Slot & {
  readonly total: SlotTotal;
  readonly findings: readonly Finding[];
  readonly missed: readonly Words[];
};

type Props = {
  reference: string;
  timeZone: string;
  meeting: Pick<Meeting, "sequence" | "version">;
  asked: {
    readonly phase: PollPhase;
    readonly closesAt: Date | null;
    readonly slots: readonly Asked[];
    readonly asked: number;
    readonly complete: number;
    readonly mayAnswer: boolean;
    readonly mayEnter: boolean;
  };
  /** The side for which the reader agrees by choosing a time; null for who may not. */
  ownGroup: string | null;
  actions: { readonly choose: Action; readonly end: Action };
};

/** The small poll for a meeting: what each side answered to each time, and for co-chairs how it goes on. */
export function AskedTimes(props: Props) {
  const { reference, timeZone, meeting, asked, ownGroup, actions } = props;
  const t = useTranslations("changes.poll");
  const isOpen = asked.phase === "open";
  const counts = { complete: asked.complete, asked: asked.asked };
  return (
    <div>
      <h3 className="text-lg font-semibold">{t("title")}</h3>
      <p className="mt-1 max-w-measure">
        {t(isOpen ? "open" : "closed", counts)}{" "}
        {isOpen && asked.closesAt && <Moment start={asked.closesAt} timeZone={timeZone} compact />}
      </p>
      <p className="flex flex-wrap gap-3">
        {asked.mayAnswer && (
          <ButtonLink href={`/series/${reference}/meetings/${meeting.sequence}/answer`} variant="primary">
            {t("answer")}
          </ButtonLink>
        )}
        {(ownGroup || asked.mayEnter) && (
          <ButtonLink href={`/series/${reference}/meetings/${meeting.sequence}/people`}>
            {t(ownGroup ? "people" : "peopleOfSecretariat")}
          </ButtonLink>
        )}
      </p>
      <ol className="mt-3">
        {asked.slots.map((slot) => (
          <li key={slot.id} className="border-t border-line py-3">
            <AskedTime {...props} slot={slot} />
          </li>
        ))}
      </ol>
      {ownGroup && (
        <div className="flex flex-wrap gap-3">
          {(isOpen ? (["close", "drop"] as const) : (["drop"] as const)).map((how) => (
            <ActionForm
              key={how}
              action={actions.end}
              submit={t(how)}
              variant={how === "close" ? "secondary" : "quiet"}
              hidden={{ reference, sequence: meeting.sequence, how }}
              className="grid gap-2"
            />
          ))}
        </div>
      )}
    </div>
  );
}

function AskedTime(props: Props & { slot: Asked }) {
  const { slot, timeZone, asked, ownGroup } = props;
  const t = useTranslations("changes.poll");
  return (
    <>
      <Moment start={slot.start} end={slot.end} timeZone={timeZone} />
      <div className="my-2 flex flex-wrap gap-6">
        {slot.total.sides.map((total) => (
          <SideTotal key={total.letter} total={total} />
        ))}
      </div>
      <div className="grid max-w-measure gap-2">
        {slot.findings.map((finding, index) => (
          <FindingNote key={index} finding={finding} />
        ))}
        <Missed missed={slot.missed} />
        {slot.findings.length + slot.missed.length === 0 && <p className="text-ok">✓ {t("clean")}</p>}
      </div>
      {asked.phase === "closed" && ownGroup && <Choose {...props} ownGroup={ownGroup} />}
    </>
  );
}

function Choose({
  reference,
  meeting,
  slot,
  ownGroup,
  actions,
}: Pick<Props, "reference" | "meeting" | "actions"> & { slot: Asked; ownGroup: string }) {
  const t = useTranslations("changes");
  const { start, timeZone, lengthMinutes } = slot;
  const time = { day: dayIn(start, timeZone), clock: clockIn(start, timeZone), timeZone, lengthMinutes };
  return (
    <details className="mt-2">
      <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("poll.choose")}</summary>
      <ActionForm
        action={actions.choose}
        submit={t("form.submit", { group: ownGroup })}
        hidden={{
          ...{ reference, sequence: meeting.sequence, version: meeting.version, kind: "move" },
          ...{ ...time, slotId: slot.id },
        }}
      >
        <TextArea name="reason" label={t("form.reason")} hint={t("form.reasonHint")} required rows={2} />
        <AimsReason missed={slot.missed} />
      </ActionForm>
    </details>
  );
}
