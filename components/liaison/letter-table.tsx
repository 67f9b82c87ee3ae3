import { useTranslations } from "next-intl";
import Link from "next/link";
import { DayText } from "#components/ui/day";
import { Table } from "#components/ui/table";
import type { LetterEntry } from "#lib/liaison/domain/register";

/** Letters, one a row. */
export function LetterTable({ caption, letters }: { caption: string; letters: readonly LetterEntry[] }) {
  const t = useTranslations("liaison.table");
  const head = (["direction", "number", "title", "from", "to", "deadline", "series", "date"] as const).map(
    (name) => (
      <th key={name} scope="col">
        {t(name)}
      </th>
    ),
  );
  return (
    <Table caption={caption} head={<tr>{head}</tr>}>
      {letters.map((letter) => (
        <LetterRow key={letter.id} letter={letter} />
      ))}
    </Table>
  );
}

function LetterRow({ letter }: { letter: LetterEntry }) {
  const t = useTranslations("liaison.table");
  const mark = letter.direction ? (letter.isReply ? `${letter.direction}Reply` : letter.direction) : null;
  const date = letter.sentOn ?? letter.receivedOn ?? letter.createdAt.toISOString().slice(0, 10);
  return (
    <tr>
      <td className="whitespace-nowrap">
        {mark ? t(`marks.${mark as "i" | "o" | "iReply" | "oReply"}`) : t("unknown")}
      </td>
      <td>{letter.number || t("none")}</td>
      <th scope="row" dir="auto">
        <Link href={`/letters/${letter.id}`}>{letter.title}</Link>
      </th>
      <td>{letter.from.join(", ")}</td>
      <td>{letter.to.map(({ group }) => group).join(", ") || t("none")}</td>
      <td className="whitespace-nowrap">{letter.deadline ? <DayText day={letter.deadline} /> : t("none")}</td>
      <td>
        {letter.series ? (
          <Link href={`/series/${letter.series.reference}` as never}>{letter.series.title}</Link>
        ) : (
          t("none")
        )}
      </td>
      <td className="whitespace-nowrap">
        <DayText day={date} />
      </td>
    </tr>
  );
}
