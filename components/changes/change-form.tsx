"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { ActionForm } from "#components/ui/action-form";
import { TextArea, TextField } from "#components/ui/fields";
import { FindingNote } from "#components/ui/finding-note";
import { Moment } from "#components/ui/moment";
import { ZoneField } from "#components/ui/zone-field";
import { checkMove } from "#lib/changes/domain/change";
import { checkMoveAims, UNASKED } from "#lib/changes/domain/check-move-aims";
import type { Aims } from "#lib/decisions/domain/aims";
import { isDay } from "#lib/kernel/day";
import { addMinutes, type Interval } from "#lib/kernel/interval";
import { clockIn, dayIn, instantOf, isTimeZone } from "#lib/kernel/zone";
import type { Meeting } from "#lib/meetings/domain/meeting";
import type { SlotContext } from "#lib/scheduling/domain/findings";
import type { SideTotal } from "#lib/scheduling/domain/tally";
import type { ActionState } from "#lib/web/action-state";
import { AimsReason, Missed } from "./missed";

type Shown = Pick<Meeting, "id" | "sequence" | "status" | "start" | "end" | "version">;

/** A slot of the poll of the series that no meeting took. */
export type FreeTime = Interval & {
  readonly id: string;
  readonly lengthMinutes: number;
  readonly sides: readonly SideTotal[];
};

type Props = {
  reference: string;
  timeZone: string;
  meeting: Shown;
  others: readonly Shown[];
  /** Slots of the poll that could take its place, the best first. */
  freeSlots: readonly FreeTime[];
  sides: readonly { readonly letter: string; readonly group: string }[];
  /** Of the poll of the series; null when there is none. */
  aims: Aims | null;
  context: SlotContext;
  /** The side for which the co-chair agrees by putting it forward. */
  ownGroup: string;
  /** Whether it is the one thing to do here now. */
  isPrimary: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Another time for a meeting: one of the poll's free slots, or any; the rules are asked while it is typed. */
export function ChangeForm(props: Props) {
  const { reference, timeZone, meeting, freeSlots, ownGroup, action } = props;
  const t = useTranslations("changes.form");
  const [next, setNext] = useState<Interval | null>(null);
  const [filled, setFilled] = useState(() => asFields(meeting, timeZone));
  const read = ({ currentTarget }: ChangeEvent<HTMLDivElement>) => {
    const form = currentTarget.closest("form");
    if (form) setNext(readTime(new FormData(form)));
  };
  const choose = (slot: Interval) => {
    setFilled(asFields(slot, timeZone));
    setNext(slot);
  };
  return (
    <ActionForm
      action={action}
      submit={t("submit", { group: ownGroup })}
      variant={props.isPrimary ? "primary" : "secondary"}
      hidden={{ reference, sequence: meeting.sequence, version: meeting.version, kind: "move" }}
    >
      {freeSlots.length > 0 && <FreeSlots {...props} onChoose={choose} />}
      <div key={filled.key} onChange={read} className="grid gap-4 sm:grid-cols-2">
        <TextField name="day" type="date" label={t("day")} defaultValue={filled.day} required />
        <TextField name="clock" type="time" label={t("clock")} defaultValue={filled.clock} required />
        <ZoneField name="timeZone" label={t("zone")} defaultValue={timeZone} required />
        <TextField
          name="lengthMinutes"
          type="number"
          min={15}
          max={480}
          label={t("length")}
          defaultValue={filled.lengthMinutes}
          required
        />
      </div>
      <Findings {...props} next={next} />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required rows={2} />
      <AimsReason missed={next ? missedBy(next, props) : []} />
    </ActionForm>
  );
}

function FreeSlots({
  freeSlots,
  sides,
  timeZone,
  onChoose,
}: Pick<Props, "freeSlots" | "sides" | "timeZone"> & { onChoose: (slot: Interval) => void }) {
  const t = useTranslations("changes.form");
  return (
    <fieldset>
      <legend className="font-semibold">{t("free")}</legend>
      <p className="text-sm text-muted">{t("freeHint")}</p>
      {freeSlots.map((slot) => (
        <label key={slot.id} className="flex items-start gap-3 border-t border-line py-2">
          <input
            type="radio"
            name="freeSlot"
            value={slot.id}
            onChange={() => onChoose(slot)}
            className="mt-1 size-5 accent-accent"
          />
          <span>
            <Moment start={slot.start} end={slot.end} timeZone={timeZone} />
            <span className="block text-muted">
              {slot.sides
                .map(({ able }, index) => t("able", { group: sides[index]?.group ?? "", able }))
                .join(" · ")}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Findings(props: Props & { next: Interval | null }) {
  const { next, meeting, others, context } = props;
  const t = useTranslations("changes.form");
  if (!next) return null;
  const findings = checkMove(next, meeting, { others, context });
  const missed = missedBy(next, props);
  return (
    <div role="region" aria-label={t("rules")} className="grid gap-2">
      {findings.map((finding, index) => (
        <FindingNote key={index} finding={finding} />
      ))}
      <Missed missed={missed} />
      {findings.length + missed.length === 0 && <p className="text-ok">✓ {t("clean")}</p>}
    </div>
  );
}

/** What the aims of the poll ask for and the new time does not keep; of answers as far as it was on offer before. */
function missedBy(next: Interval, { meeting, others, aims, sides, freeSlots }: Props) {
  if (!aims) return [];
  const asked = freeSlots.find(
    ({ start, end }) => start.getTime() === next.start.getTime() && end.getTime() === next.end.getTime(),
  );
  const groupOf = (letter: string) => sides.find((side) => side.letter === letter)?.group ?? letter;
  const candidate = { ...next, ...UNASKED, sides: asked?.sides ?? null };
  return checkMoveAims(candidate, meeting, { others, aims, groupOf });
}

const asFields = ({ start, end }: Interval, timeZone: string) => ({
  key: start.getTime(),
  day: dayIn(start, timeZone),
  clock: clockIn(start, timeZone),
  lengthMinutes: (end.getTime() - start.getTime()) / 60_000,
});

/** The time that the form names, or null while it names none. */
function readTime(form: FormData): Interval | null {
  const [day, clock, zone] = ["day", "clock", "timeZone"].map((name) => String(form.get(name) ?? ""));
  const minutes = Number(form.get("lengthMinutes"));
  if (!day || !clock || !zone || !isDay(day) || !isTimeZone(zone) || !(minutes >= 15)) return null;
  const start = instantOf(day, clock, zone);
  return { start, end: addMinutes(start, minutes) };
}
