import type { ReactNode } from "react";

/** A small list that opens under its name; plain HTML, so it works at once and by keyboard. */
export function Menu({ label, name, children }: { label: string; name: ReactNode; children: ReactNode }) {
  return (
    <details className="relative" name="shell-menu">
      <summary aria-label={label} className="flex min-h-11 list-none items-center gap-1 hover:underline">
        {name} <span aria-hidden="true">▾</span>
      </summary>
      <div className="absolute end-0 z-10 min-w-48 border border-control bg-surface p-2 shadow-md">
        {children}
      </div>
    </details>
  );
}
