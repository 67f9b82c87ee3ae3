"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState, useSyncExternalStore } from "react";
import { buttonClasses } from "#components/ui/button";
import { isTimeZone } from "#lib/kernel/zone";

type Props = { timeZone: string; onChoose: (timeZone: string) => void };

/**
 * The zone of the sheet. Without scripts it is a form that loads the page anew; with them it acts at once, knows all
 * zones, and offers the browser's own when that is another.
 */
export function ZoneChoice({ timeZone, onChoose }: Props) {
  const t = useTranslations("scheduling.answer");
  const here = useSyncExternalStore(never, browserZone, () => timeZone);
  const zones = useSyncExternalStore(never, allZones, noZones);
  const [unknown, setUnknown] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const zone = String(new FormData(event.currentTarget).get("zone")).trim();
    setUnknown(!isTimeZone(zone));
    if (isTimeZone(zone)) onChoose(zone);
  };
  return (
    <form method="get" onSubmit={submit} className="mb-4 flex flex-wrap items-end gap-3">
      <div>
        <label htmlFor="zone" className="block font-semibold">
          {t("zone")}
        </label>
        <input
          key={timeZone}
          id="zone"
          name="zone"
          defaultValue={timeZone}
          list="zones"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={unknown || undefined}
          aria-describedby={unknown ? "zone-unknown" : undefined}
          className="min-h-11 w-72 max-w-full rounded-sm border border-control bg-surface px-3 py-2"
        />
        <datalist id="zones">
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      <button className={buttonClasses("secondary")}>{t("showZone")}</button>
      {here !== timeZone && (
        <button type="button" onClick={() => onChoose(here)} className={buttonClasses("quiet")}>
          {t("useHere", { zone: here })}
        </button>
      )}
      {unknown && (
        <p id="zone-unknown" role="alert" className="w-full font-semibold text-bad">
          {t("zoneUnknown")}
        </p>
      )}
    </form>
  );
}

const never = () => () => {};
const browserZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const NONE: readonly string[] = [];
const noZones = () => NONE;
let known: readonly string[] | undefined;
const allZones = () => (known ??= ["UTC", ...Intl.supportedValuesOf("timeZone")]);
