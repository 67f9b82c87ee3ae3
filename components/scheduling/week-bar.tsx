"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "#components/ui/button";
import { addDays, type Day, isDay } from "#lib/kernel/day";
import { dateParts } from "#lib/kernel/moment";
import { GENEVA } from "#lib/kernel/zone";
import { placeOf } from "#lib/rules/domain/zone-people";
import { mondayOf } from "#lib/scheduling/domain/week";

type Props = {
  monday: Day;
  setMonday: (day: Day) => void;
  timeZone: string;
  setTimeZone: (timeZone: string) => void;
  beside: readonly string[];
  setBeside: (zones: readonly string[]) => void;
  lengthMinutes: number;
  setLength: (minutes: number) => void;
  fingerDraws: boolean;
  setFingerDraws: (draws: boolean) => void;
  /** Zones of the people concerned, most people first. */
  zones: readonly string[];
};

const LENGTHS = [30, 45, 60, 90, 120, 150, 180, 240];
const CONTROL = "min-h-11 rounded-sm border border-control bg-surface px-2";

/** Which week, on which clocks, how long, and what a finger does. */
export function WeekBar(props: Props) {
  return (
    <div className="mb-3 grid gap-3">
      <Weeks {...props} />
      <Clocks {...props} />
    </div>
  );
}

function Weeks({ monday, setMonday }: Props) {
  const t = useTranslations("offering.draw");
  const locale = useLocale();
  const { day, month, year } = dateParts(new Date(`${monday}T12:00:00Z`), "UTC", locale);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={() => setMonday(addDays(monday, -7))}>{t("before")}</Button>
      <p aria-live="polite" className="min-w-48 text-center font-semibold">
        {t("week", { day, month, year })}
      </p>
      <Button onClick={() => setMonday(addDays(monday, 7))}>{t("after")}</Button>
      <label className="flex items-center gap-2">
        {t("goTo")}
        <input
          type="date"
          className={CONTROL}
          onChange={({ target }) => isDay(target.value) && setMonday(mondayOf(target.value))}
        />
      </label>
    </div>
  );
}

function Clocks(props: Props) {
  const { timeZone, beside } = props;
  const t = useTranslations("offering.draw");
  const zones = [...new Set([timeZone, ...props.zones, GENEVA, "UTC"])];
  const choose = (place: number, zone: string) =>
    props.setBeside([0, 1, 2].map((at) => (at === place ? zone : (beside[at] ?? ""))));
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice label={t("zone")} value={timeZone} onChange={props.setTimeZone}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {placeOf(zone)}
          </option>
        ))}
      </Choice>
      {[0, 1, 2].map((place) => (
        <Choice
          key={place}
          label={t("beside", { place: place + 1 })}
          value={beside[place] ?? ""}
          onChange={(zone) => choose(place, zone)}
        >
          <option value="">{t("noZone")}</option>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {placeOf(zone)}
            </option>
          ))}
        </Choice>
      ))}
      <Choice
        label={t("length")}
        value={String(props.lengthMinutes)}
        onChange={(minutes) => props.setLength(Number(minutes))}
      >
        {LENGTHS.map((minutes) => (
          <option key={minutes} value={minutes}>
            {t("minutes", { minutes })}
          </option>
        ))}
      </Choice>
      <div data-finger>
        <Button aria-pressed={props.fingerDraws} onClick={() => props.setFingerDraws(!props.fingerDraws)}>
          {t(props.fingerDraws ? "fingerDraws" : "fingerScrolls")}
        </Button>
      </div>
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
};

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className={`${CONTROL} max-w-44`}
      >
        {children}
      </select>
    </div>
  );
}
