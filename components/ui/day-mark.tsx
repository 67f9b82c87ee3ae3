import type { ReactNode } from "react";

/** Marks a time that falls on another calendar day than in Geneva. */
export function DayMark({ children }: { children: ReactNode }) {
  return (
    <strong className="font-semibold text-warn">
      <span aria-hidden="true">◆ </span>
      {children}
    </strong>
  );
}
