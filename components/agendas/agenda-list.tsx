import { useTranslations } from "next-intl";
import type { AgendaItem } from "#lib/agendas/domain/agenda";
import { timeAgenda } from "#lib/agendas/domain/timing";
import type { Interval } from "#lib/kernel/interval";
import { AgendaTime } from "./agenda-time";

type ReadItem = Pick<AgendaItem, "title" | "owner" | "minutes" | "documents" | "expectedOutcome">;

/** An agenda to read and to print. */
export function AgendaList(props: { items: readonly ReadItem[]; meeting: Interval; timeZone: string }) {
  const t = useTranslations("agendas");
  const { items } = timeAgenda(props.items, props.meeting);
  return (
    <ol className="border-b border-line" aria-label={t("list")}>
      {items.map((item, index) => (
        <li
          key={index}
          className="grid break-inside-avoid grid-cols-[2rem_1fr] gap-x-4 gap-y-1 border-t border-line py-3 sm:grid-cols-[2rem_12rem_1fr]"
        >
          <span aria-hidden="true" className="tabular text-muted">
            {index + 1}
          </span>
          <AgendaTime start={item.start} end={item.end} timeZone={props.timeZone} />
          <div className="col-start-2 min-w-0 sm:col-start-3">
            <p dir="auto" className="font-serif text-lg leading-snug font-semibold">
              {item.title}
            </p>
            <ItemFacts item={item} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function ItemFacts({ item }: { item: ReadItem }) {
  const t = useTranslations("agendas");
  const facts = [
    [t("owner"), item.owner],
    [t("documents"), item.documents.join(", ")],
    [t("expectedOutcome"), item.expectedOutcome],
  ].filter(([, value]) => value !== "");
  if (facts.length === 0) return null;
  return (
    <dl className="mt-1">
      {facts.map(([label, value]) => (
        <div key={label} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{label}</dt>
          <dd dir="auto" className="min-w-0 whitespace-pre-line">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
