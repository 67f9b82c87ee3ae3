import { useTranslations } from "next-intl";
import Link from "next/link";
import { classes } from "./classes";

export type RibbonStop = {
  readonly key: string;
  readonly label: string;
  /** Where it leads; null while there is nothing to see. */
  readonly href: string | null;
  readonly state: "done" | "next" | "late" | "ahead";
  /** A stop, today, or a deadline that a rule gives. */
  readonly kind?: "stop" | "today" | "deadline";
  /** When it was or has to be, in words. */
  readonly when?: string;
};

const MARKS: Record<RibbonStop["state"], string> = { done: "●", next: "◉", late: "▲", ahead: "○" };
const MARK_OF_KIND = { today: "▼", deadline: "┊" } as const;
const LOOKS: Record<RibbonStop["state"], string> = {
  done: "text-ok",
  next: "text-accent",
  late: "text-bad",
  ahead: "text-muted",
};

/** Where the series stands: what a narrow page shows of the map before all of it is asked for. */
function isNear(stops: readonly RibbonStop[], index: number): boolean {
  const stop = stops[index];
  if (!stop) return false;
  const { kind = "stop", state } = stop;
  if (kind === "today" || state === "next" || state === "late") return kind !== "deadline";
  const lastDone = stops.findLastIndex((each) => (each.kind ?? "stop") === "stop" && each.state === "done");
  return index === lastDone;
}

function Mark({ kind, state }: { kind: NonNullable<RibbonStop["kind"]>; state: RibbonStop["state"] }) {
  const [mark, look] = kind === "stop" ? [MARKS[state], LOOKS[state]] : [MARK_OF_KIND[kind], "text-ink"];
  return (
    <>
      <span aria-hidden="true" className="ribbon-line" />
      <span aria-hidden="true" className={classes("relative bg-paper pe-1 text-base", look)}>
        {mark}
      </span>
    </>
  );
}

/** The map of a series: one line from the letter to the target meeting. Each stop says its state in words too. */
export function Ribbon({ stops }: { stops: readonly RibbonStop[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("ribbon")} className="ribbon mb-6 py-2">
      <ol>
        {stops.map(({ kind = "stop", ...stop }, index) => (
          <li key={stop.key} data-near={isNear(stops, index) || undefined}>
            <Mark kind={kind} state={stop.state} />
            <span
              className={classes(
                "ribbon-label",
                kind === "today" && "font-semibold",
                kind === "deadline" && "text-muted",
              )}
            >
              {stop.href ? (
                <Link prefetch={false} href={stop.href as never}>
                  {stop.label}
                </Link>
              ) : (
                stop.label
              )}
              {kind === "stop" && <span className="sr-only">, {t(stop.state)}</span>}
            </span>
            {stop.when && <span className="block text-muted">{stop.when}</span>}
            {stop.state === "late" && (
              <span aria-hidden="true" className="block font-semibold text-bad">
                {t("late")}
              </span>
            )}
          </li>
        ))}
      </ol>
      <details>
        <summary>{t("ribbonWhole", { stops: stops.length })}</summary>
      </details>
    </nav>
  );
}
