import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice";
import { Table } from "#components/ui/table";
import type { EditionDifference, EntryChange } from "#lib/calendars/domain/compare-editions";
import { EntryTable, EntryWhen } from "./entry-table";

/** What an edition changes, with what is to be known of its file. */
export type EditionChanges = EditionDifference & {
  readonly entries: number;
  readonly floating: number;
  readonly cancelled: number;
};

type Props = { changes: EditionChanges; floatingZone: string; timeZone: string };

/** The difference to the edition that counts: in a sentence, then entry by entry. */
export function EditionDifferenceView({ changes, floatingZone, timeZone }: Props) {
  const t = useTranslations("calendars.import");
  const { added, removed, moved, renamed, unchanged, entries, floating, cancelled } = changes;
  const isSame = added.length + removed.length + moved.length + renamed.length === 0;
  const counts = {
    added: added.length,
    removed: removed.length,
    moved: moved.length,
    renamed: renamed.length,
  };
  return (
    <div className="grid gap-6" role="group" aria-label={t("preview")}>
      <div className="grid max-w-measure gap-2">
        <p>{t("counts", { ...counts, entries, unchanged })}</p>
        {isSame && <p>{t("same")}</p>}
        {floating > 0 && (
          <Notice tone="warn">{t("floating", { count: floating, zone: floatingZone })}</Notice>
        )}
        {cancelled > 0 && <p>{t("cancelled", { count: cancelled })}</p>}
      </div>
      {added.length > 0 && (
        <EntryTable caption={t("added")} captionShown entries={added} timeZone={timeZone} />
      )}
      {removed.length > 0 && (
        <EntryTable caption={t("removed")} captionShown entries={removed} timeZone={timeZone} />
      )}
      {moved.length > 0 && <Changes caption={t("moved")} changes={moved} timeZone={timeZone} />}
      {renamed.length > 0 && <Changes caption={t("renamed")} changes={renamed} timeZone={timeZone} />}
    </div>
  );
}

const MOST_SHOWN = 200;

type ChangesProps = { caption: string; changes: readonly EntryChange[]; timeZone: string };

function Changes({ caption, changes, timeZone }: ChangesProps) {
  const t = useTranslations("calendars");
  return (
    <Table
      caption={caption}
      captionShown
      head={
        <tr>
          <th scope="col">{t("import.before")}</th>
          <th scope="col">{t("import.after")}</th>
        </tr>
      }
    >
      {changes.slice(0, MOST_SHOWN).map(({ before, after }) => (
        <tr key={after.key}>
          {[before, after].map((entry, at) => (
            <td key={at}>
              <span className="font-semibold" dir="auto">
                {entry.title}
              </span>
              {entry.place && <span dir="auto">, {entry.place}</span>}
              <br />
              <EntryWhen entry={entry} timeZone={timeZone} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
