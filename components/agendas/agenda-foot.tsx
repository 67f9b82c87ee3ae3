"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { FindingNote } from "#components/ui/finding-note";
import { type AgendaItem, DUTIES, type Duty } from "#lib/agendas/domain/agenda";
import { checkAgenda } from "#lib/agendas/domain/checks";
import { titleOfDuty } from "#lib/agendas/domain/duty-items";
import { timeAgenda } from "#lib/agendas/domain/timing";
import type { Interval } from "#lib/kernel/interval";
import { AgendaTime } from "./agenda-time";

type Props = {
  items: readonly Pick<AgendaItem, "duty" | "minutes">[];
  meeting: Interval;
  timeZone: string;
  /** Absent for readers. */
  onAdd?: (duty: Duty | null, title: string) => void;
};

/** The end of an agenda: when it is over, how that fits the meeting, what is missing. */
export function AgendaFoot({ items, meeting, timeZone, onAdd }: Props) {
  const t = useTranslations("agendas");
  const { end, overRunMinutes, spareMinutes } = timeAgenda(items, meeting);
  const missing = DUTIES.filter((duty) => !items.some((item) => item.duty === duty));
  return (
    <div className="mt-4 grid gap-4">
      {onAdd && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => onAdd(null, "")}>
            <Plus aria-hidden="true" className="size-5" /> {t("add")}
          </Button>
          {missing.map((duty) => (
            <DutyButton key={duty} duty={duty} onAdd={onAdd} />
          ))}
        </div>
      )}
      <div role="status" className="grid gap-4">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-muted">{t("ends")}</span>
          <AgendaTime start={end} timeZone={timeZone} />
          {overRunMinutes === 0 && (
            <span className="text-muted">{t("spare", { minutes: spareMinutes })}</span>
          )}
        </p>
        {checkAgenda(items, meeting).map((finding) => (
          <FindingNote key={finding.message.key} finding={finding} />
        ))}
      </div>
    </div>
  );
}

function DutyButton({ duty, onAdd }: { duty: Duty; onAdd: NonNullable<Props["onAdd"]> }) {
  const t = useTranslations("agendas");
  const title = useTranslations()(titleOfDuty(duty));
  return (
    <Button onClick={() => onAdd(duty, title)}>
      <Plus aria-hidden="true" className="size-5" /> {t("addDuty", { title })}
    </Button>
  );
}
