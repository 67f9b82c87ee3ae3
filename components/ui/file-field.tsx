import { type ChangeEvent, type ReactNode, useId } from "react";

type Props = {
  /** Of the form's field; without one the file stays in the browser. */
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Endings and media types, as the browser wants them. */
  accept: string;
  onFile?: (input: HTMLInputElement) => void;
  /** What is wrong with the file. */
  children?: ReactNode;
};

/** A file, chosen or dropped: the field has a wide frame, and browsers take what is dropped onto it. */
export function FileField({ name, label, hint, accept, onFile, children }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-describedby={hint ? `${id}-hint ${id}-error` : `${id}-error`}
        onChange={onFile && ((event: ChangeEvent<HTMLInputElement>) => onFile(event.currentTarget))}
        className="w-full cursor-pointer rounded-sm border-2 border-dashed border-control bg-surface px-4 py-6 text-ink"
      />
      <div id={`${id}-error`} role="alert" className="mt-2 empty:hidden">
        {children}
      </div>
    </div>
  );
}
