"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type SubmitEvent, useState } from "react";
import { buttonClasses } from "#components/ui/button";
import { TextField } from "#components/ui/fields";
import { ZoneField } from "#components/ui/zone-field";
import { isDay } from "#lib/kernel/day";
import { isTimeZone } from "#lib/kernel/zone";
import {
  type Generated,
  type Generation,
  type GenerationLimits,
  generateSlots,
  type StagedSlot,
} from "#lib/scheduling/domain/generate-slots";

/** The form as text, by field name; weekdays as numbers with spaces between them. */
export type GenerationText = Readonly<
  Record<
    "fromDay" | "toDay" | "weekdays" | "fromClock" | "toClock" | "timeZone" | "lengthMinutes" | "stepMinutes",
    string
  >
>;

type Props = {
  filled: GenerationText;
  limits: GenerationLimits;
  onMade: (slots: readonly StagedSlot[]) => void;
};

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Makes many slots of one form. It counts while it is filled in; without scripts the page comes back with them. */
export function GenerateForm({ filled, limits, onMade }: Props) {
  const t = useTranslations("offering.generate");
  const [text, setText] = useState(filled);
  const made = generate(text, limits);
  const change = ({ currentTarget }: ChangeEvent<HTMLFormElement>) => setText(readForm(currentTarget));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (made) onMade(made.slots);
  };
  const field = (name: keyof GenerationText) => ({ name, defaultValue: filled[name], required: true });
  return (
    <form method="get" onSubmit={submit} onChange={change} className="grid gap-4" aria-label={t("title")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField {...field("fromDay")} type="date" label={t("fromDay")} />
        <TextField {...field("toDay")} type="date" label={t("toDay")} />
        <TextField {...field("fromClock")} type="time" label={t("fromClock")} />
        <TextField {...field("toClock")} type="time" label={t("toClock")} />
        <TextField
          {...field("lengthMinutes")}
          type="number"
          min={15}
          max={480}
          step={15}
          label={t("length")}
        />
        <TextField {...field("stepMinutes")} type="number" min={5} max={1440} step={5} label={t("step")} />
        <div className="sm:col-span-2">
          <ZoneField {...field("timeZone")} label={t("zone")} />
        </div>
      </div>
      <fieldset>
        <legend className="font-semibold">{t("weekdays")}</legend>
        <div className="flex flex-wrap gap-x-5">
          {WEEKDAYS.map((weekday) => (
            <label key={weekday} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="weekdays"
                value={weekday}
                defaultChecked={filled.weekdays.split(" ").includes(weekday)}
                className="size-5 accent-accent"
              />
              {t(`weekday.${weekday}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <Preview made={made} />
      <div>
        <button className={buttonClasses("secondary")}>
          {t("submit", { count: made?.slots.length ?? 0 })}
        </button>
      </div>
    </form>
  );
}

/** How many slots it would make, and what it leaves out and why. */
function Preview({ made }: { made: Generated | null }) {
  const t = useTranslations("offering.generate");
  if (!made) return <p role="status">{t("incomplete")}</p>;
  const reasons = (["ownMeetings", "taken", "past", "skipped"] as const).filter(
    (why) => made.leftOut[why] > 0,
  );
  return (
    <p role="status">
      {t("preview", { count: made.slots.length })}
      {reasons.map((why) => ` ${t(`leftOut.${why}`, { count: made.leftOut[why] })}`)}
    </p>
  );
}

function readForm(form: HTMLFormElement): GenerationText {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    ...{ fromDay: text("fromDay"), toDay: text("toDay"), weekdays: data.getAll("weekdays").join(" ") },
    ...{ fromClock: text("fromClock"), toClock: text("toClock"), timeZone: text("timeZone") },
    ...{ lengthMinutes: text("lengthMinutes"), stepMinutes: text("stepMinutes") },
  };
}

/** Null while the form is not whole. */
function generate(text: GenerationText, limits: GenerationLimits): Generated | null {
  const clock = /^\d\d:\d\d$/;
  const [lengthMinutes, stepMinutes] = [Number(text.lengthMinutes), Number(text.stepMinutes)];
  const isWhole =
    isDay(text.fromDay) && isDay(text.toDay) && clock.test(text.fromClock) && clock.test(text.toClock);
  if (!isWhole || !isTimeZone(text.timeZone) || !(lengthMinutes >= 15) || !(stepMinutes >= 5)) return null;
  const weekdays = text.weekdays.split(" ").filter(Boolean).map(Number);
  const generation: Generation = { ...text, weekdays, lengthMinutes, stepMinutes };
  return generateSlots(generation, limits);
}
