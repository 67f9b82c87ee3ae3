import type { ReactNode } from "react";

/** Something that is opened when needed; closed, it is one line. It needs no script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="no-print">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-accent">{summary}</summary>
      <div className="pt-2 pb-4">{children}</div>
    </details>
  );
}
