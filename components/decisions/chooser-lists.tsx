import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId } from "react";
import { buttonClasses } from "#components/ui/button";
import { SideBadge } from "#components/ui/side-badge";
import type { Aims } from "#lib/decisions/domain/aims";
import type { ListedSlot } from "#lib/decisions/domain/slot-list";
import { dayValue } from "#lib/rules/domain/day-value";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";

export type ListedPerson = { readonly id: string; readonly name: string; readonly letter: string };

const FIELD = "min-h-11 w-full rounded-sm border border-control bg-surface px-3 py-2 text-ink";

type PeopleProps = {
  /** Known by name: those the page came with, and those found since. */
  people: readonly ListedPerson[];
  aims: Aims;
  /** Gets what is being typed. */
  onName: (name: string) => void;
  /** What came of adding somebody, when nobody was added. */
  unclear: string | null;
};

/** Those without whom no meeting is held, each with a box; and a field that finds others by name. */
export function RequiredPeople({ people, aims, onName, unclear }: PeopleProps) {
  const t = useTranslations("decisions.controls");
  const id = useId();
  return (
    <fieldset>
      <legend className="font-semibold">{t("required", { count: aims.required.length })}</legend>
      <ul>
        {people
          .filter((person) => aims.required.includes(person.id))
          .map(({ id: key, name, letter }) => (
            <li key={key}>
              <label className="flex min-h-11 items-center gap-3">
                <Box name="required" value={key} />
                <SideBadge letter={letter} /> {name}
              </label>
            </li>
          ))}
      </ul>
      <label htmlFor={id} className="sr-only">
        {t("person")}
      </label>
      <div className="flex gap-2">
        <input
          key={aims.required.join()}
          id={id}
          name="person"
          list={`${id}people`}
          autoComplete="off"
          placeholder={t("person")}
          onInput={(event) => onName(event.currentTarget.value)}
          onKeyDown={pressNextOnEnter}
          aria-describedby={`${id}unclear`}
          className={FIELD}
        />
        <button name="add" value="required" className={buttonClasses("secondary")}>
          {t("add")}
        </button>
      </div>
      <datalist id={`${id}people`}>
        {people.map(({ id: key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
      <p id={`${id}unclear`} role="status" className="mt-1 text-sm">
        {unclear !== null && t("unclear", { name: unclear })}
      </p>
    </fieldset>
  );
}

/** The slots that must be in the series or never are, each with a box; and a list from which others are taken. */
export function SlotWishes({ slots, aims }: { slots: readonly ListedSlot[]; aims: Aims }) {
  const t = useTranslations("decisions.controls");
  const id = useId();
  const nameOf = ({ startsAt }: ListedSlot) => {
    const start = new Date(startsAt);
    return t("slotName", { day: dayValue(dayIn(start, GENEVA)), clock: clockIn(start, GENEVA) });
  };
  const chosen = (["must", "never"] as const).flatMap((wish) =>
    slots.filter(({ ordinal }) => aims[wish].includes(ordinal)).map((slot) => ({ wish, slot })),
  );
  return (
    <fieldset>
      <legend className="font-semibold">
        {t("slots", { must: aims.must.length, never: aims.never.length })}
      </legend>
      <ul>
        {chosen.map(({ wish, slot }) => (
          <li key={`${wish}${slot.ordinal}`}>
            <label className="flex min-h-11 items-center gap-3">
              <Box name={wish} value={slot.ordinal} /> {t(`${wish}Slot`, { slot: nameOf(slot) })}
            </label>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="sr-only">
        {t("slot")}
      </label>
      <select key={chosen.length} id={id} name="slot" defaultValue="" className={FIELD}>
        <option value="">{t("slot")}</option>
        {slots.map((slot) => (
          <option key={slot.ordinal} value={slot.ordinal}>
            {nameOf(slot)}
          </option>
        ))}
      </select>
      <div className="mt-2 flex gap-2">
        {(["must", "never"] as const).map((wish) => (
          <button key={wish} name="add" value={wish} className={buttonClasses("secondary")}>
            {t(wish)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Enter in a field presses the button beside it. */
function pressNextOnEnter(event: KeyboardEvent<HTMLInputElement>) {
  const button = event.currentTarget.nextElementSibling;
  if (event.key !== "Enter" || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  button.click();
}

/** A box that is ticked: what it stands for is listed only while it is. */
function Box({ name, value }: { name: string; value: string | number }) {
  return (
    <input
      type="checkbox"
      name={name}
      value={value}
      defaultChecked
      className="size-5 shrink-0 accent-accent"
    />
  );
}
