import { insertAnnouncement, listAnnouncements, updateParts } from "#lib/announcements/store";
import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import type { Words } from "#lib/kernel/words";
import type { Series } from "#lib/series/domain/series";
import { inEnglish } from "#lib/words/translate";

/**
 * Leaves what to tell people of a change ready as a draft: put before the text of a draft that is there already, else as
 * a new draft once something was announced. Nothing leaves, and nothing is drafted while nobody was told of the dates.
 *
 * For the use case that has decided on the change, in its transaction.
 */
export async function draftCorrigendum(
  db: Db,
  {
    series,
    note,
  }: {
    readonly series: Series;
    readonly note: { readonly subject: Words; readonly lines: readonly Words[] };
  },
): Promise<void> {
  const known = await listAnnouncements(db, series.id);
  const draft = known.find(({ issued }) => !issued);
  const text = note.lines.map(inEnglish).join("\n");
  if (draft) {
    const introduction = `${text}\n\n${draft.introduction}`.trim();
    await updateParts(db, draft, { ...draft, introduction });
    await recordDraft(db, series, { id: draft.id, number: draft.number, action: "announcementEdit" });
  } else if (known.length > 0) {
    const parts = {
      subject: `${inEnglish(note.subject)}: ${series.title}`,
      introduction: text,
      practical: "",
    };
    const made = await insertAnnouncement(db, {
      ...{ ...parts, seriesId: series.id, createdById: series.createdById },
    });
    await recordDraft(db, series, { ...made, action: "announcementDraft" });
  }
}

const recordDraft = (
  db: Db,
  series: Series,
  { id, number, action }: { readonly id: string; readonly number: number; readonly action: string },
) =>
  recordAct(db, null, {
    ...{ action, subjectType: "announcement", subjectId: id, seriesId: series.id },
    after: { number },
  });
