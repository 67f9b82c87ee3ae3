"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { Agenda } from "#lib/agendas/domain/agenda";
import type { Interval } from "#lib/kernel/interval";
import { AgendaList } from "./agenda-list";

type Props = {
  agenda: Agenda;
  meeting: Interval;
  timeZone: string;
  onRebase: () => void;
  onDrop: () => void;
};

/** Two people changed the agenda: what is saved now, what is kept here, and the two ways on. */
export function StaleNotice({ agenda, meeting, timeZone, onRebase, onDrop }: Props) {
  const t = useTranslations("agendas");
  return (
    <div className="mb-6">
      <Notice tone="warn" title={t("staleTitle", { name: agenda.saved?.by ?? "" })}>
        <p>{t("staleText")}</p>
        <details className="mt-2">
          <summary className="min-h-11 py-2 font-semibold">{t("staleShow")}</summary>
          <AgendaList items={agenda.items} meeting={meeting} timeZone={timeZone} />
        </details>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onClick={onRebase}>{t("staleKeepMine")}</Button>
          <Button onClick={onDrop}>{t("staleTakeTheirs")}</Button>
        </div>
      </Notice>
    </div>
  );
}
