import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";

export type WaitingItem = {
  readonly key: string;
  /** What is waited for. */
  readonly what: ReactNode;
  /** From whom, in words. */
  readonly from: string;
  readonly since?: ReactNode;
  readonly until?: ReactNode;
  /** The one step, for whoever can do it. */
  readonly step?: { readonly href: string; readonly label: string };
  /** The first of the page may be primary. */
  readonly primary?: boolean;
};

/** What is waited for: what, from whom, since when, until when, and the step to take. */
export function WaitingList({ items }: { items: readonly WaitingItem[] }) {
  const t = useTranslations("ui");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.key} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-semibold">{item.what}</p>
            <p className="text-muted">
              {t("waits", { from: item.from })}
              {item.since && <> · {item.since}</>}
              {item.until && <> · {item.until}</>}
            </p>
          </div>
          {item.step && (
            <ButtonLink href={item.step.href} variant={item.primary ? "primary" : "secondary"}>
              {item.step.label}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  );
}
