import { useTranslations } from "next-intl";
import { useId } from "react";
import { placeOf } from "#lib/rules/domain/zone-people";
import type { Matrix } from "#lib/scheduling/domain/matrix-bytes";
import type { PeopleOrder, PeopleQuery } from "#lib/scheduling/domain/matrix-rows";

type Props = { matrix: Matrix; query: PeopleQuery; onQuery: (query: PeopleQuery) => void };

const ORDERS: readonly PeopleOrder[] = ["name", "able", "missing"];

/** Whom the matrix shows, and in which order. It acts at once. */
export function PeopleSearch({ matrix, query, onQuery }: Props) {
  const t = useTranslations("scheduling.totals");
  const ofMatrix = useTranslations("scheduling.matrix");
  const id = useId();
  const all = { value: "", label: t("all") };
  const names = (values: readonly string[], label = (value: string) => value) => [
    all,
    ...values.map((value) => ({ value, label: label(value) })),
  ];
  const orders = { name: ofMatrix("byName"), able: ofMatrix("byYes"), missing: ofMatrix("byMissing") };
  return (
    <div role="search" className="no-print flex flex-wrap items-end gap-3">
      <label className="grid gap-1 text-sm" htmlFor={`${id}name`}>
        {ofMatrix("search")}
        <input
          id={`${id}name`}
          type="search"
          value={query.name}
          onChange={(event) => onQuery({ ...query, name: event.target.value })}
          className="min-h-11 w-44 border border-control bg-surface px-2 text-base"
        />
      </label>
      <Pick
        label={ofMatrix("sort")}
        value={query.order}
        options={ORDERS.map((value) => ({ value, label: orders[value] }))}
        onPick={(value) => onQuery({ ...query, order: ORDERS.find((order) => order === value) ?? "name" })}
      />
      <Pick
        label={t("side")}
        value={query.side ?? ""}
        options={[all, ...matrix.sides.map(({ letter, group }) => ({ value: letter, label: group }))]}
        onPick={(value) => onQuery({ ...query, side: value || null })}
      />
      <Pick
        label={t("group")}
        value={query.group ?? ""}
        options={names(matrix.groups)}
        onPick={(value) => onQuery({ ...query, group: value || null })}
      />
      <Pick
        label={t("zone")}
        value={query.zone ?? ""}
        options={names(matrix.zones, placeOf)}
        onPick={(value) => onQuery({ ...query, zone: value || null })}
      />
    </div>
  );
}

type PickProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onPick: (value: string) => void;
};

function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label className="grid gap-1 text-sm">
      {label}
      <select
        value={value}
        onChange={(event) => onPick(event.target.value)}
        className="min-h-11 border border-control bg-surface px-2 text-base"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
