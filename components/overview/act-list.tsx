import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
import { isDay } from "#lib/kernel/day";
import { type Act, changesOf, valuesOf } from "#lib/overview/domain/history";

/** What people did, newest first: who, what, when, from what to what. */
export function ActList({ acts, timeZone }: { acts: readonly Act[]; timeZone: string }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {acts.map((act) => (
        <li key={act.id} className="grid gap-2 py-4">
          <Sentence act={act} />
          <p className="text-sm text-muted">
            <Moment start={act.at} timeZone={timeZone} />
          </p>
          <Changes act={act} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  );
}

function Sentence({ act }: { act: Act }) {
  const t = useTranslations("audit");
  const key = `acts.${act.action}` as "acts.seriesPropose";
  return (
    <p>
      <span className="font-semibold">{act.actorName}</span> ·{" "}
      <span className="inline-block first-letter:uppercase">
        {t.has(key) ? t(key, valuesOf(act)) : act.action}
      </span>
    </p>
  );
}

function Changes({ act, timeZone }: { act: Act; timeZone: string }) {
  const t = useTranslations("audit");
  const changes = changesOf(act);
  if (changes.length === 0) return null;
  const head = (
    <tr>
      {(["field", "before", "after"] as const).map((column) => (
        <th key={column} scope="col">
          {t(column)}
        </th>
      ))}
    </tr>
  );
  return (
    <Table caption={t("changes")} head={head}>
      {changes.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row">
            <Label name={name} />
          </th>
          <Values {...{ name, timeZone }} values={before} />
          <Values {...{ name, timeZone }} values={after} />
        </tr>
      ))}
    </Table>
  );
}

/** The steps of a path that are names, without the numbers of a list. */
const stepsOf = (name: string) => name.split(".").filter((step) => !/^\d+$/.test(step));

/** What a value is called: by its whole path, or by its first step with the rest behind it, such as "Quorum A". */
function Label({ name }: { name: string }) {
  const t = useTranslations("audit");
  const steps = stepsOf(name);
  const wordOf = (path: readonly string[]) => {
    const key = `fields.${path.join("_")}` as "fields.title";
    return t.has(key) ? t(key) : null;
  };
  return wordOf(steps) ?? [wordOf(steps.slice(0, 1)) ?? steps[0], ...steps.slice(1)].join(" ");
}

type ValuesProps = { name: string; values: readonly string[]; timeZone: string };

function Values({ name, values, timeZone }: ValuesProps) {
  const t = useTranslations("audit");
  return (
    <td className="break-words whitespace-pre-wrap" dir="auto">
      {values.length === 0 && <span className="text-muted">{t("nothing")}</span>}
      {values.map((value, index) => (
        <span key={index} className="block">
          <Value {...{ name, value, timeZone }} />
        </span>
      ))}
    </td>
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A value in the words of the page: moments and days as everywhere, states and choices by their names. */
function Value({ name, value, timeZone }: { name: string; value: string; timeZone: string }) {
  const t = useTranslations("audit");
  if (INSTANT.test(value)) return <Moment start={new Date(value)} timeZone={timeZone} compact />;
  if (isDay(value)) return <DayText day={value} />;
  const key = `values.${stepsOf(name).at(-1) ?? ""}.${value}` as "values.outcome.agreed";
  if (/^\w+$/.test(value) && t.has(key)) return t(key);
  return value === "true" || value === "false" ? t(`values.is.${value}`) : value;
}
