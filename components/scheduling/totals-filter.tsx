import { useTranslations } from "next-intl";
import { buttonClasses } from "#components/ui/button";
import { placeOf } from "#lib/rules/domain/zone-people";
import type { PeopleFilter } from "#lib/scheduling/domain/book";

type Props = {
  filter: PeopleFilter;
  bestFirst: boolean;
  sides: readonly { readonly letter: string; readonly group: string }[];
  groups: readonly { readonly reference: string; readonly people: number }[];
  zones: readonly { readonly timeZone: string; readonly people: number }[];
};

type Choice = { readonly value: string; readonly label: string };

/** Whose answers the totals are of, and in which order: a form that asks for another address, so a colleague can have it. */
export function TotalsFilter({ filter, bestFirst, sides, groups, zones }: Props) {
  const t = useTranslations("scheduling.totals");
  const order = [
    { value: "", label: t("byTime") },
    { value: "best", label: t("byBest") },
  ];
  const all = { value: "", label: t("all") };
  const option = (value: string, name: string, people: number) => ({
    value,
    label: t("option", { name, people }),
  });
  return (
    <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
      <Select name="order" label={t("order")} value={bestFirst ? "best" : ""} choices={order} />
      <Select
        name="side"
        label={t("side")}
        value={filter.side}
        choices={[all, ...sides.map(({ letter, group }) => ({ value: letter, label: group }))]}
      />
      <Select
        name="group"
        label={t("group")}
        value={filter.group}
        choices={[all, ...groups.map(({ reference, people }) => option(reference, reference, people))]}
      />
      <Select
        name="zone"
        label={t("zone")}
        value={filter.zone}
        choices={[all, ...zones.map(({ timeZone, people }) => option(timeZone, placeOf(timeZone), people))]}
      />
      <button className={buttonClasses("secondary")}>{t("apply")}</button>
    </form>
  );
}

function Select(props: { name: string; label: string; value: string | null; choices: readonly Choice[] }) {
  const { name, label, value, choices } = props;
  return (
    <label className="grid gap-1 text-sm">
      {label}
      <select
        name={name}
        defaultValue={value ?? ""}
        key={value}
        className="min-h-11 border border-control bg-surface px-2 text-base"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
