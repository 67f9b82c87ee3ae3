import { type ReactNode, useId } from "react";
import { FileField } from "./file-field";

type Props = {
  file: { readonly label: ReactNode; readonly hint?: ReactNode; readonly accept: string };
  text: {
    readonly name: string;
    readonly label: ReactNode;
    readonly rows: number;
    /** What was read before: nobody has to choose the file again. */
    readonly value: string;
  };
};

/** A table or calendar, as a file or as its text. */
export function FileOrText({ file, text }: Props) {
  const id = useId();
  return (
    <>
      <FileField name="file" {...file} />
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          {text.label}
        </label>
        <textarea
          key={text.value}
          id={id}
          name={text.name}
          rows={text.rows}
          dir="auto"
          spellCheck={false}
          defaultValue={text.value}
          className="w-full rounded-sm border border-control bg-surface px-3 py-2 font-mono text-sm"
        />
      </div>
    </>
  );
}
