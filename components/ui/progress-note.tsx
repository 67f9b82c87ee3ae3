import type { ReactNode } from "react";

/** Says that something is under way and what; the bar has no end because nobody knows it. */
export function ProgressNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-3 text-muted">
      <progress className="h-2 w-32 accent-accent" aria-hidden="true" />
      {children}
    </p>
  );
}
