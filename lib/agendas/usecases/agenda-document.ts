import { timeAgenda } from "#lib/agendas/domain/timing";
import { findStudyPeriod } from "#lib/agendas/store";
import { db } from "#lib/db/client";
import type { Interval } from "#lib/kernel/interval";
import { dateParts, spanIn } from "#lib/kernel/moment";
import type { WordKey, Words } from "#lib/kernel/words";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import type { MeetingKey } from "#lib/meetings/schema";
import type { Actor } from "#lib/people/domain/actor";
import { coChairs, type Member } from "#lib/series/domain/series";
import { type Block, list, paragraph, type Run, table } from "#lib/word/domain/blocks";
import { wordFileName } from "#lib/word/domain/file-name";
import { WORD_TYPE, writeItuDocument } from "#lib/word/itu-document";
import type { Contact, ItuHeader } from "#lib/word/itu-header";
import { inEnglish } from "#lib/words/translate";
import { showAgenda, type ShownAgenda } from "./show-agenda.ts";

/** A Word file with its name and type. */
export type AgendaDocument = { readonly name: string; readonly type: string; readonly content: Buffer };

/**
 * The agenda of a meeting as a Word file in ITU-T's form, for everybody who sees the series.
 *
 * The joining link is never in it: such files end up in archives.
 *
 * @throws AppError `not_found` when there is no such meeting or it is not for this person.
 */
export async function agendaDocument(
  actor: Actor,
  key: MeetingKey,
  now = new Date(),
): Promise<AgendaDocument> {
  const shown = await showAgenda(actor, key, now);
  const { series, meeting } = shown;
  const studyPeriod = await findStudyPeriod(db, series.id);
  const groups = series.sides.map(({ group }) => group.reference);
  const day = dayIn(meeting.start, GENEVA);
  return {
    name: wordFileName({ studyPeriod, groups, day, kind: `Agenda-${meeting.sequence}` }),
    type: WORD_TYPE,
    content: await writeItuDocument(headerOf(shown, studyPeriod), bodyOf(shown)),
  };
}

const PLACES: Readonly<Record<string, WordKey>> = {
  virtual: "agendas.word.virtual",
  hybrid: "agendas.word.hybrid",
  physical: "agendas.word.physical",
};

function headerOf({ series, meeting }: ShownAgenda, studyPeriod: string): ItuHeader {
  const { day, month, year } = dateParts(meeting.start, GENEVA, "en-GB");
  const questions = series.sides.flatMap((side) => side.questions.map(({ reference }) => reference));
  return {
    studyPeriod,
    sides: series.sides.map((side) => ({
      group: side.group.reference,
      number: "", // the secretariats give the numbers when they post the file
      questions: side.questions.map(({ reference }) => reference),
    })),
    placeAndDate: english(PLACES[series.format] ?? "agendas.word.virtual", { day, month, year }),
    kind: english("agendas.word.kind"),
    source: english("agendas.word.source"),
    title: english("agendas.word.title", {
      meeting: meeting.sequence,
      count: Math.max(series.meetingCount, meeting.sequence),
      questions: questions.join(", "),
      series: series.title,
    }),
    purpose: english("agendas.word.purpose"),
    contacts: coChairs(series).map(contactOf),
    abstract: english("agendas.word.abstract", { topic: series.topic || series.title }),
  };
}

function contactOf({ name, entity, office, country }: Member): Contact {
  const organization = [office, entity].filter((part) => part !== "").join(", ");
  return { name, organization, country: countryName(country) };
}

const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });
const countryName = (code: string | null) =>
  code && /^[A-Z]{2}$/.test(code) ? (COUNTRIES.of(code) ?? code) : "";

function bodyOf({ agenda, meeting }: ShownAgenda): Block[] {
  const { items, overRunMinutes } = timeAgenda(agenda.items, meeting);
  const head = ["number", "time", "item", "owner", "documents"] as const;
  const overRun = { key: "agendas.overRun", values: { minutes: overRunMinutes } } as const satisfies Words;
  return [
    paragraph({ text: `${english("agendas.word.when")} `, bold: true }, whenOf(meeting)),
    ...(overRunMinutes > 0 ? [paragraph({ text: inEnglish(overRun), italic: true })] : []),
    table(
      head.map((column) => english(`agendas.word.${column}`)),
      items.map((item, index) => [
        String(index + 1),
        spanOf(item),
        [paragraph(item.title), ...outcomeOf(item.expectedOutcome)],
        item.owner,
        item.documents.length > 1 ? [list("bullet", item.documents)] : (item.documents[0] ?? ""),
      ]),
      { widths: [8, 24, 60, 28, 32] },
    ),
  ];
}

const outcomeOf = (outcome: string) =>
  outcome === "" ? [] : [paragraph(bold("agendas.word.outcome"), ` ${outcome}`)];

const bold = (key: WordKey): Run => ({ text: english(key), bold: true });

/** The ITU way: Geneva time, then UTC with its date. */
function whenOf({ start, end }: Interval): string {
  const geneva = spanIn(start, end, { timeZone: GENEVA, locale: "en-GB" });
  const utc = spanIn(start, end, { timeZone: "UTC", locale: "en-GB" });
  const date = english("moment.shortDate", { day: utc.date.day, month: utc.date.month });
  return [
    english("moment.date", { ...geneva.date }),
    english("moment.geneva", { time: geneva.time }),
    english("moment.utc", { time: utc.time, date }),
  ].join(" · ");
}

const spanOf = ({ start, end }: Interval) => `${clockIn(start, GENEVA)}-${clockIn(end, GENEVA)}`;

function english(key: WordKey, values?: Words["values"]): string {
  return inEnglish(values ? { key, values } : { key });
}
