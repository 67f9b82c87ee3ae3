import { type ReactNode, useId } from "react";

type Props = { title: ReactNode; lead?: ReactNode; open?: boolean; children: ReactNode };

/** A part of a page that only some people come for: its heading stands there, the rest opens. */
export function FoldedSection({ title, lead, open = false, children }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="mt-4 border-t border-line pt-2">
      <details open={open}>
        <summary className="min-h-11 py-2">
          <h2 id={heading} className="inline text-xl font-semibold">
            {title}
          </h2>
        </summary>
        <div className="pt-2 pb-4">
          {lead && <p className="mb-4 max-w-measure text-muted">{lead}</p>}
          {children}
        </div>
      </details>
    </section>
  );
}
