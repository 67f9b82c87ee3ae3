import { useTranslations } from "next-intl";
import { FindingLines } from "#components/scheduling/finding-lines";
import { Moment } from "#components/ui/moment";
import { SideBadge } from "#components/ui/side-badge";
import { Table } from "#components/ui/table";
import type { Aims } from "#lib/decisions/domain/aims";
import type { Finding } from "#lib/kernel/finding";
import { addMinutes } from "#lib/kernel/interval";
import type { SideTotal } from "#lib/scheduling/domain/tally";

export type ListedPerson = { readonly id: string; readonly name: string; readonly letter: string };

/** Boxes for those without whom no meeting is held. */
export function RequiredPeople({ people, aims }: { people: readonly ListedPerson[]; aims: Aims }) {
  const t = useTranslations("decisions.controls");
  return (
    <details>
      <summary className="min-h-11 py-2 font-semibold">
        {t("required", { count: aims.required.length })}
      </summary>
      <ul className="max-h-80 overflow-y-auto">
        {people.map(({ id, name, letter }) => (
          <li key={id}>
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="required"
                value={id}
                defaultChecked={aims.required.includes(id)}
                className="size-5 accent-accent"
              />
              <SideBadge letter={letter} /> {name}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

export type ListedSlot = {
  readonly id: string;
  readonly ordinal: number;
  readonly startsAt: number;
  readonly lengthMinutes: number;
  readonly totals: readonly SideTotal[];
  readonly blockedBy: readonly Finding[];
};

/** All slots with two boxes each: must be in the series, never is. A rule that keeps one out is said beside it. */
export function SlotWishes({
  slots,
  aims,
  timeZone,
}: {
  slots: readonly ListedSlot[];
  aims: Aims;
  timeZone: string;
}) {
  const t = useTranslations("decisions.controls");
  const box = (name: "must" | "never", { ordinal }: ListedSlot, label: string) => (
    <label className="flex min-h-11 min-w-11 items-center justify-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        name={name}
        value={ordinal}
        defaultChecked={aims[name].includes(ordinal)}
        className="size-5 accent-accent"
      />
    </label>
  );
  return (
    <details>
      <summary className="min-h-11 py-2 font-semibold">
        {t("slots", { must: aims.must.length, never: aims.never.length })}
      </summary>
      <Table
        caption={t("slotsCaption")}
        head={
          <tr>
            <th scope="col">{t("must")}</th>
            <th scope="col">{t("never")}</th>
            <th scope="col">{t("slot")}</th>
          </tr>
        }
      >
        {slots.map((slot, index) => {
          const start = new Date(slot.startsAt);
          const values = { place: index + 1, count: slots.length };
          return (
            <tr key={slot.id}>
              <td>{box("must", slot, t("mustSlot", values))}</td>
              <td>{box("never", slot, t("neverSlot", values))}</td>
              <th scope="row" className="font-normal">
                <Moment
                  start={start}
                  end={addMinutes(start, slot.lengthMinutes)}
                  timeZone={timeZone}
                  compact
                />
                {slot.blockedBy.length > 0 && <FindingLines findings={slot.blockedBy} />}
              </th>
            </tr>
          );
        })}
      </Table>
    </details>
  );
}
