import { type ReactNode, useId } from "react";

type Props = {
  /** Says what the rows are. Read by screen readers; shown when `captionShown`. */
  caption: string;
  captionShown?: boolean;
  /** Rows of `th`. */
  head: ReactNode;
  /** Rows. */
  children: ReactNode;
};

/** A table with hairlines, which scrolls by itself on a narrow screen. */
export function Table({ caption, captionShown = false, head, children }: Props) {
  const id = useId();
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse text-start [&_tbody_th]:border-t [&_tbody_th]:border-line [&_tbody_th]:align-top [&_td]:border-t [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_td:first-child]:ps-0 [&_th]:px-3 [&_th]:py-2 [&_th]:text-start [&_th]:align-bottom [&_th]:font-semibold [&_th:first-child]:ps-0">
        <caption id={id} className={captionShown ? "pb-2 text-start text-muted" : "sr-only"}>
          {caption}
        </caption>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
