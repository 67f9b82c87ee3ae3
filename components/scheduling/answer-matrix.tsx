"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Button } from "#components/ui/button";
import { dateParts } from "#lib/kernel/moment";
import { clockIn, dayIn } from "#lib/kernel/zone";
import { placeOf } from "#lib/rules/domain/zone-people";
import { type Matrix, readMatrix } from "#lib/scheduling/domain/matrix-bytes";
import { arrangePeople, cellAt, type PeopleQuery, sumSides } from "#lib/scheduling/domain/matrix-rows";
import type { ColumnHead, Drawn } from "./draw-matrix";
import { MatrixCanvas } from "./matrix-canvas";
import { PeopleSearch } from "./people-search";

type Props = { bytesUrl: string; liveUrl: string; timeZone: string };

const EVERYBODY: PeopleQuery = { name: "", side: null, group: null, zone: null, order: "name" };

/** Everybody's answers to all slots: fetched as bytes, drawn as far as they are in view, and kept up to date. */
export function AnswerMatrix({ bytesUrl, liveUrl, timeZone }: Props) {
  const t = useTranslations("scheduling.matrix");
  const { matrix, hasFailed, again } = useMatrix(bytesUrl, liveUrl);
  if (hasFailed && !matrix)
    return (
      <div role="alert">
        <p className="mb-2">{t("failed")}</p>
        <Button onClick={again}>{t("again")}</Button>
      </div>
    );
  if (!matrix)
    return (
      <p role="status" className="min-h-[70dvh]">
        {t("loading")}
      </p>
    );
  return <Grid matrix={matrix} timeZone={timeZone} />;
}

function Grid({ matrix, timeZone }: { matrix: Matrix; timeZone: string }) {
  const t = useTranslations("scheduling.matrix");
  const locale = useLocale();
  const [query, setQuery] = useState(EVERYBODY);
  const [cursor, setCursor] = useState<{ readonly row: number; readonly column: number } | null>(null);
  const m = useTranslations("moment");
  const columns = useMemo(
    () => headsOf(matrix, { timeZone, locale, write: (day, month) => m("shortDate", { day, month }) }),
    [matrix, timeZone, locale, m],
  );
  const drawn = useMemo<Drawn>(() => {
    const places = arrangePeople(matrix, query);
    return { matrix, places, columns, sums: sumSides(matrix, places) };
  }, [matrix, query, columns]);
  const cell = cursor && describeCell(drawn, cursor);
  const spoken = cell ? sayCell(cell, placeOf(timeZone), t) : "";
  return (
    <>
      <PeopleSearch matrix={matrix} query={query} onQuery={setQuery} />
      <p role="status" className="my-2 text-muted">
        {t("shown", { people: drawn.places.length })}
      </p>
      <MatrixCanvas
        {...{ drawn, cursor }}
        label={t("grid")}
        help={t("help")}
        onCursor={setCursor}
        spoken={spoken}
      />
      <p className="no-print mt-2 min-h-6" aria-hidden="true">
        {spoken || t("help")}
      </p>
    </>
  );
}

type Cell = NonNullable<ReturnType<typeof describeCell>>;
type Translate = ReturnType<typeof useTranslations<"scheduling.matrix">>;

function sayCell({ enteredBy, name, side, when, answer }: Cell, place: string, t: Translate): string {
  const cell = t("cell", { name, side, when: `${when} (${place})`, answer: t(answer) });
  return enteredBy ? t("entered", { cell, person: enteredBy }) : cell;
}

function describeCell(
  { matrix, places, columns }: Drawn,
  { row, column }: { readonly row: number; readonly column: number },
) {
  const place = places[row];
  const head = columns[column];
  const person = place === undefined ? undefined : matrix.people[place];
  if (place === undefined || !person || !head) return null;
  const side = matrix.sides[person.side]?.group ?? "";
  return {
    name: person.name,
    side,
    when: `${head.weekday} ${head.date} ${head.clock}`,
    answer: cellAt(matrix, place, column),
    enteredBy: person.enteredBy,
  };
}

type Clock = {
  readonly timeZone: string;
  readonly locale: string;
  readonly write: (day: string, month: string) => string;
};

function headsOf(matrix: Matrix, { timeZone, locale, write }: Clock): ColumnHead[] {
  const short = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  let last = "";
  return matrix.slots.map(({ startsAt }) => {
    const start = new Date(startsAt);
    const day = dayIn(start, timeZone);
    const startsDay = day !== last;
    last = day;
    const parts = dateParts(start, timeZone, locale);
    const date = write(parts.day, short.format(new Date(day)));
    return { weekday: parts.weekday, date, clock: clockIn(start, timeZone), startsDay };
  });
}

/** The matrix, fetched at once and again whenever the poll changed. */
function useMatrix(bytesUrl: string, liveUrl: string) {
  const [matrix, setMatrix] = useState<Matrix | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    let stamp: string | null = null;
    const load = async () => {
      try {
        const answer = await fetch(bytesUrl, { signal: gone.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const read = readMatrix(new Uint8Array(await answer.arrayBuffer()));
        stamp = read.stamp;
        setMatrix(read);
        setFailed(false);
      } catch {
        if (!gone.signal.aborted) setFailed(true);
      }
    };
    const first = load();
    const source = new EventSource(liveUrl);
    source.onmessage = ({ data }: MessageEvent<string>) =>
      void first.then(() => (data === stamp ? undefined : load()));
    return () => {
      gone.abort();
      source.close();
    };
  }, [bytesUrl, liveUrl, tries]);
  return { matrix, hasFailed, again: () => setTries(tries + 1) };
}
