import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { Table } from "#components/ui/table";
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
          <Changes act={act} />
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

function Changes({ act }: { act: Act }) {
  const t = useTranslations("audit");
  const changes = changesOf(act);
  if (changes.length === 0) return null;
  const label = (path: string) => {
    const name = path
      .split(".")
      .filter((step) => !/^\d+$/.test(step))
      .join(".");
    const key = `fields.${name.replaceAll(".", "_")}` as "fields.title";
    return t.has(key) ? t(key) : name;
  };
  const cell = (value: string | null) => (
    <td className="break-words whitespace-pre-wrap" dir="auto">
      {value ?? <span className="text-muted">{t("nothing")}</span>}
    </td>
  );
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
      {changes.map((change) => (
        <tr key={change.name}>
          <th scope="row">{label(change.name)}</th>
          {cell(change.before)}
          {cell(change.after)}
        </tr>
      ))}
    </Table>
  );
}
