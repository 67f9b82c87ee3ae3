import type { ReactNode } from "react";

/** Two columns that belong to the sides: A at the start, B at the end, under each other on a phone. */
export function Sides({ children }: { children: ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2 sm:gap-8">{children}</div>;
}
