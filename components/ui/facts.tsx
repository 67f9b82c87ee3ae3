import type { ReactNode } from "react";

/** A list of labelled facts. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[minmax(8rem,auto)_1fr]">{children}</dl>;
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="mt-2 text-muted sm:mt-0">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
