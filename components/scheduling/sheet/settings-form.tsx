"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useSyncExternalStore } from "react";
import { buttonClasses } from "#components/ui/button";
import { browserZone } from "#components/ui/browser-zone";
import { allZones, isTimeZone } from "#lib/kernel/zone";
import { readSettings, type SheetSettings } from "#lib/scheduling/domain/sheet-settings";

type Props = { settings: SheetSettings; home: string; onChoose: (settings: SheetSettings) => void };

const FIELD = "min-h-11 w-72 max-w-full rounded-sm border border-control bg-surface px-3 py-2";

/** Zones, clock and week. Without scripts it loads the page anew; with them it acts at once and is remembered. */
export function SettingsForm({ settings, home, onChoose }: Props) {
  const t = useTranslations("answering.settings");
  const zones = useSyncExternalStore(never, allZones, noZones);
  const here = useSyncExternalStore(never, browserZone, () => home);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    onChoose({ ...readSettings(new URLSearchParams(fields).toString()), view: settings.view });
  };
  const away = here !== (settings.timeZone ?? home) && isTimeZone(here);
  return (
    <details className="mb-4" id="sheet-settings">
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {t("title", { zone: settings.timeZone ?? home })}
      </summary>
      <form
        method="get"
        onSubmit={submit}
        key={JSON.stringify(settings)}
        className="mt-2 grid max-w-measure gap-3"
      >
        {settings.view && <input type="hidden" name="view" value={settings.view} />}
        <Zone name="zone" label={t("zone")} hint={t("zoneHint", { home })} value={settings.timeZone ?? ""} />
        <Zone name="beside" label={t("beside")} hint={t("besideHint")} value={settings.beside.join(" ")} />
        <Choice
          name="clock"
          label={t("clock")}
          value={String(settings.clock)}
          options={["24", "12"]}
          words={t}
        />
        <Choice
          name="week"
          label={t("week")}
          value={String(settings.weekStart)}
          options={["1", "7", "6"]}
          words={t}
        />
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <div>
          <button className={buttonClasses("secondary")}>{t("show")}</button>
        </div>
      </form>
      {away && (
        <button
          type="button"
          onClick={() => onChoose({ ...settings, timeZone: here })}
          className={buttonClasses("quiet")}
        >
          {t("useHere", { zone: here })}
        </button>
      )}
    </details>
  );
}

type ZoneProps = { name: string; label: string; hint: string; value: string };

function Zone({ name, label, hint, value }: ZoneProps) {
  return (
    <div>
      <label htmlFor={`set-${name}`} className="block font-semibold">
        {label}
      </label>
      <p id={`set-${name}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <input
        id={`set-${name}`}
        name={name}
        defaultValue={value}
        list="zones"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`set-${name}-hint`}
        className={FIELD}
      />
    </div>
  );
}

type Option = "24" | "12" | "1" | "7" | "6";
type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  words: (key: `option.${Option}`) => string;
};

function Choice({ name, label, value, options, words }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`set-${name}`} className="block font-semibold">
        {label}
      </label>
      <select id={`set-${name}`} name={name} defaultValue={value} className={FIELD}>
        {options.map((option) => (
          <option key={option} value={option}>
            {words(`option.${option}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

const never = () => () => {};
const NONE: readonly string[] = [];
const noZones = () => NONE;
