import { type ReactNode, useId } from "react";

type Props = { title: ReactNode; id?: string; lead?: ReactNode; aside?: ReactNode; children: ReactNode };

/** A part of a page under a heading, set off by a hairline. */
export function Section({ title, id, lead, aside, children }: Props) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section aria-labelledby={heading} className="mt-8 border-t border-line pt-4">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 id={heading} className="text-xl font-semibold">
          {title}
        </h2>
        {aside && <div className="no-print">{aside}</div>}
      </div>
      {lead && <p className="mb-4 max-w-measure text-muted">{lead}</p>}
      {children}
    </section>
  );
}
