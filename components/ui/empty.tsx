import type { ReactNode } from "react";

/** What stands where nothing is yet: what this is for, who starts it, and the first step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="border-y border-line py-8">
      <p className="font-serif text-lg font-semibold">{title}</p>
      <div className="mt-1 max-w-measure text-muted">{children}</div>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
