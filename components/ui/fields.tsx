"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId } from "react";
import { useActionFormState } from "./action-form";
import { classes } from "./classes";

type Shared = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: string | number | undefined;
  required?: boolean;
};

const CONTROL =
  "min-h-11 w-full rounded-sm border border-control bg-surface px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-bad";

/** The errors of a field, and what it shows: what was typed when the form was refused, else its default. */
function useField({ name, defaultValue }: Pick<Shared, "name" | "defaultValue">) {
  const state = useActionFormState();
  const refused = state.status === "refused";
  const errors = (refused && state.fields[name.replace(/\[\]$/, "")]) || [];
  const typed = refused ? state.typed[name] : undefined;
  return { errors, value: typed ?? (defaultValue === undefined ? "" : String(defaultValue)) };
}

function describe(id: string, hint: ReactNode, errors: readonly string[]) {
  const parts = [hint ? `${id}-hint` : null, errors.length > 0 ? `${id}-error` : null].filter(Boolean);
  return { "aria-describedby": parts.join(" ") || undefined, "aria-invalid": errors.length > 0 || undefined };
}

function Frame({ id, label, hint, errors, required, children }: FrameProps) {
  const t = useTranslations("ui");
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
        {!required && <span className="font-normal text-muted"> ({t("optional")})</span>}
      </label>
      <Hints id={id} hint={hint} errors={errors} />
      {children}
    </div>
  );
}

type FrameProps = {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  errors: readonly string[];
  required: boolean | undefined;
  children: ReactNode;
};

function Hints({ id, hint, errors }: { id: string; hint: ReactNode; errors: readonly string[] }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="mb-1 font-semibold text-bad">
          <span aria-hidden="true">✕ </span>
          {errors.join(" ")}
        </p>
      )}
    </>
  );
}

type TextProps = Shared & Omit<ComponentProps<"input">, keyof Shared>;

/** One line of text, or any other `type` of input. */
export function TextField({ name, label, hint, defaultValue, required, className, ...rest }: TextProps) {
  const id = useId();
  const { errors, value } = useField({ name, defaultValue });
  return (
    <Frame id={id} label={label} hint={hint} errors={errors} required={required}>
      <input
        id={id}
        name={name}
        defaultValue={value}
        required={required}
        className={classes(CONTROL, className)}
        {...describe(id, hint, errors)}
        {...rest}
      />
    </Frame>
  );
}

type AreaProps = Shared & Omit<ComponentProps<"textarea">, keyof Shared>;

/** Several lines of text. */
export function TextArea({ name, label, hint, defaultValue, required, className, ...rest }: AreaProps) {
  const id = useId();
  const { errors, value } = useField({ name, defaultValue });
  return (
    <Frame id={id} label={label} hint={hint} errors={errors} required={required}>
      <textarea
        id={id}
        name={name}
        defaultValue={value}
        required={required}
        rows={4}
        dir="auto"
        className={classes(CONTROL, className)}
        {...describe(id, hint, errors)}
        {...rest}
      />
    </Frame>
  );
}

export type Option = { readonly value: string; readonly label: string };

type SelectProps = Shared & { options: readonly Option[] } & Omit<ComponentProps<"select">, keyof Shared>;

/** One of several, from a list that opens. */
export function SelectField({
  name,
  label,
  hint,
  defaultValue,
  required,
  options,
  className,
  ...rest
}: SelectProps) {
  const id = useId();
  const { errors, value } = useField({ name, defaultValue });
  return (
    <Frame id={id} label={label} hint={hint} errors={errors} required={required}>
      <select
        id={id}
        key={value} // a reset form does not give a select its new default back
        name={name}
        defaultValue={value}
        required={required}
        className={classes(CONTROL, className)}
        {...describe(id, hint, errors)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

type CheckboxProps = Omit<Shared, "defaultValue"> & { value?: string; defaultChecked?: boolean };

/** Yes or no. Sends `value` (default `on`) when checked and nothing otherwise. */
export function CheckboxField({ name, label, hint, required, value = "on", defaultChecked }: CheckboxProps) {
  const id = useId();
  const state = useActionFormState();
  const { errors } = useField({ name });
  const checked = state.status === "refused" ? state.typed[name] === value : defaultChecked;
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3" htmlFor={id}>
        <input
          id={id}
          key={String(checked)}
          type="checkbox"
          name={name}
          value={value}
          required={required}
          defaultChecked={checked ?? false}
          className="size-5 accent-accent"
          {...describe(id, hint, errors)}
        />
        <span>{label}</span>
      </label>
      <Hints id={id} hint={hint} errors={errors} />
    </div>
  );
}

/** One of a few, all in view. */
export function RadioGroup({
  name,
  label,
  hint,
  defaultValue,
  required,
  options,
}: Shared & { options: readonly Option[] }) {
  const id = useId();
  const { errors, value } = useField({ name, defaultValue });
  return (
    <fieldset {...describe(id, hint, errors)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <Hints id={id} hint={hint} errors={errors} />
      <div className="flex flex-wrap gap-x-6">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-center gap-2">
            <input
              key={`${option.value}-${value}`}
              type="radio"
              name={name}
              value={option.value}
              required={required}
              defaultChecked={option.value === value}
              className="size-5 accent-accent"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
