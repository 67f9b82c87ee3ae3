"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#components/ui/classes";

const LOOK =
  "w-full rounded-sm border border-control bg-surface px-2 text-ink aria-invalid:border-2 aria-invalid:border-bad";

type Shared = {
  label: ReactNode;
  errors: readonly string[];
  value: string;
  onText: (value: string) => void;
  className?: string;
};

/** A field of an agenda item. `rows` makes it one of several lines that grows with its text. */
export function ItemField({
  label,
  errors,
  onText,
  className,
  rows,
  isTitle = false,
  ...rest
}: Shared & More) {
  const id = useId();
  const shared = {
    id,
    dir: "auto",
    "aria-invalid": errors.length > 0 || undefined,
    "aria-describedby": errors.length > 0 ? `${id}-error` : undefined,
    ...rest,
  };
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm text-muted">
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          className={classes(LOOK, "min-h-11")}
          onChange={(event) => onText(event.target.value)}
        />
      ) : (
        <textarea
          {...shared}
          rows={rows}
          className={classes(
            LOOK,
            "field-sizing-content py-2",
            isTitle && "block resize-none font-serif text-lg leading-snug",
          )}
          onChange={(event) => onText(isTitle ? onOneLine(event.target.value) : event.target.value)}
        />
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-bad">
          <span aria-hidden="true">✕ </span>
          {errors.join(" ")}
        </p>
      )}
    </div>
  );
}

/** A title grows over several lines on the screen and is one line all the same. */
const onOneLine = (text: string) => text.replace(/[\r\n]+/g, " ");

type More = { rows?: number; isTitle?: boolean } & Pick<ComponentProps<"input">, "inputMode" | "maxLength">;
