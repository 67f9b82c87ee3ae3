"use client";

import type { ReactNode } from "react";
import { useId } from "react";
import { allZones } from "#lib/kernel/zone";
import { TextField } from "./fields";

/** A time zone, typed or picked from the list of those this browser knows. */
export function ZoneField({ name, label, hint, defaultValue, required }: Props) {
  const list = useId();
  return (
    <div>
      <TextField
        name={name}
        label={label}
        hint={hint}
        defaultValue={defaultValue}
        required={required ?? false}
        list={list}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list} suppressHydrationWarning>
        {allZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  );
}

type Props = { name: string; label: ReactNode; hint?: ReactNode; defaultValue?: string; required?: boolean };
