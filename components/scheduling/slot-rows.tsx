"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
import type { Finding } from "#lib/kernel/finding";
import { addMinutes } from "#lib/kernel/interval";
import type { SideTotal as Total } from "#lib/scheduling/domain/tally";
import { FindingLines } from "./finding-lines";
import { SideTotal } from "./side-total";

/** A slot as the browser gets it. `startsAt` is in milliseconds. */
export type SlotRow = {
  readonly id: string;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly totals: readonly Total[];
  readonly findings: readonly Finding[];
};

type Props = {
  slots: readonly SlotRow[];
  timeZone: string;
  /** The sides whose totals are shown, in order; none where totals stand elsewhere. */
  sides?: readonly { readonly letter: string; readonly group: string }[];
  /** What stands at the start of a row, such as a box to tick, and how its column is called. */
  lead?: { readonly title: string; readonly cell: (slot: SlotRow) => ReactNode };
};

/** All slots with their moment, the totals of each side and what the rules say of each. */
export function SlotRows({ slots, timeZone, sides = [], lead }: Props) {
  const t = useTranslations("scheduling.slots");
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          {lead && <th scope="col">{lead.title}</th>}
          <th scope="col">{t("when")}</th>
          {sides.map(({ letter, group }) => (
            <th key={letter} scope="col">
              {group}
            </th>
          ))}
          <th scope="col">{t("rules")}</th>
        </tr>
      }
    >
      {slots.map((slot) => (
        <tr key={slot.id}>
          {lead && <td>{lead.cell(slot)}</td>}
          <th scope="row" className="min-w-56 font-normal">
            <SlotMoment slot={slot} timeZone={timeZone} />
          </th>
          {sides.map(({ letter }) => (
            <td key={letter}>
              {slot.totals.map(
                (total) => total.letter === letter && <SideTotal key={letter} total={total} />,
              )}
            </td>
          ))}
          <td className="min-w-64">
            {slot.findings.length > 0 ? (
              <FindingLines findings={slot.findings} />
            ) : (
              <span className="text-sm text-ok">
                <span aria-hidden="true">✓ </span>
                {t("clean")}
              </span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** When a slot is, in two or three lines, with its length. */
export function SlotMoment({
  slot,
  timeZone,
}: {
  slot: Omit<SlotRow, "totals" | "findings">;
  timeZone: string;
}) {
  const start = new Date(slot.startsAt);
  return <Moment start={start} end={addMinutes(start, slot.lengthMinutes)} timeZone={timeZone} compact />;
}
