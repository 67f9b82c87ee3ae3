import { plainText } from "#lib/collab/domain/editor-node";
import { AppError } from "#lib/kernel/errors";
import { dateParts } from "#lib/kernel/moment";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { takeApart } from "#lib/reports/domain/sections";
import { actionOf, sourceOf, targetOf } from "#lib/reports/domain/header";
import { toBlocks } from "#lib/reports/domain/to-blocks";
import { coChairs, type Member, type Series } from "#lib/series/domain/series";
import { wordFileName } from "#lib/word/domain/file-name";
import { WORD_TYPE, writeItuDocument } from "#lib/word/itu-document";
import type { Contact, ItuHeader } from "#lib/word/itu-header";
import { inEnglish } from "#lib/words/translate";
import { db } from "#lib/db/client";
import { findStudyPeriod } from "#lib/reports/store";
import { showReport } from "./show-report.ts";

/** A Word file with its name and type. */
export type ReportDocument = { readonly name: string; readonly type: string; readonly content: Buffer };

/**
 * The report of a series as a Word file in ITU-T's form, with every change that anybody was told is saved.
 *
 * What stands before the first heading is the abstract of the header table.
 *
 * @throws AppError `not_found` when there is no report, no such series, or it is not for this person.
 */
export async function reportDocument(
  actor: Actor,
  reference: string,
  now = new Date(),
): Promise<ReportDocument> {
  const { series, report } = await showReport(actor, reference, now);
  if (!report) throw new AppError("not_found", "refusal.notFound");
  const { abstract } = takeApart(report.text);
  const body = (report.text.content ?? []).slice(abstract.length);
  const studyPeriod = await findStudyPeriod(db, series.id);
  const header = {
    ...headerOf(series, { now, studyPeriod }),
    title: report.title,
    abstract: abstract.map(plainText).join("\n").trim(),
  };
  const groups = series.sides.map(({ group }) => group.reference);
  return {
    name: wordFileName({ studyPeriod, groups, day: dayIn(now, GENEVA), kind: "Report" }),
    type: WORD_TYPE,
    content: await writeItuDocument(header, toBlocks(body)),
  };
}

type Facts = { readonly now: Date; readonly studyPeriod: string };

function headerOf(series: Series, { now, studyPeriod }: Facts): Omit<ItuHeader, "title" | "abstract"> {
  const { day, month, year } = dateParts(now, GENEVA, "en-GB");
  const target = targetOf(series);
  return {
    studyPeriod,
    sides: series.sides.map(({ group, questions }) => ({
      group: group.reference,
      number: "", // the secretariats give the numbers when they post the file
      questions: questions.map((question) => question.reference),
    })),
    placeAndDate: english("reports.word.placeAndDate", { day, month, year }),
    kind: english("reports.word.kind", { target }),
    source: inEnglish(sourceOf(series)),
    purpose: inEnglish(actionOf(series)),
    contacts: coChairs(series).map(contactOf),
  };
}

function contactOf({ name, entity, office, country }: Member): Contact {
  const organization = [office, entity].filter((part) => part !== "").join(", ");
  return {
    name,
    organization,
    country: country && COUNTRY.test(country) ? (COUNTRIES.of(country) ?? "") : "",
  };
}

const COUNTRY = /^[A-Z]{2}$/;
const COUNTRIES = new Intl.DisplayNames("en", { type: "region" });

const english = (key: WordKey, values: Words["values"] = {}) => inEnglish(say(key, values));
