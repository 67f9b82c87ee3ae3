import { useTranslations } from "next-intl";
import Link from "next/link";
import { DayText } from "#components/ui/day";
import { Fact, Facts } from "#components/ui/facts";
import type { Approval } from "#lib/liaison/domain/letter";
import type { Letter } from "#lib/liaison/domain/register";

/** What is written down of a letter. */
export function LetterFacts({ letter }: { letter: Letter }) {
  const t = useTranslations("liaison.letter");
  return (
    <Facts>
      <Fact label={t("number")}>{letter.number || <None />}</Fact>
      <Fact label={t("direction")}>
        {letter.direction ? t(`directions.${letter.direction}`) : <None />}
        {letter.isReply && `, ${t("reply")}`}
      </Fact>
      <Fact label={t("from")}>{letter.from.join(", ") || <None />}</Fact>
      <Fact label={t("to")}>
        <Lines
          lines={letter.to.map(({ group, purpose }) =>
            t("destination", { group, purpose: purpose ?? "unstated" }),
          )}
        />
      </Fact>
      <Fact label={t("questions")}>{letter.questions.join(", ") || <None />}</Fact>
      <Fact label={t("deadline")}>{letter.deadline ? <DayText day={letter.deadline} /> : <None />}</Fact>
      <Fact label={t("approval")}>
        {letter.approval ? <ApprovalText approval={letter.approval} /> : <None />}
      </Fact>
      <Fact label={t("contacts")}>
        <Lines
          lines={letter.contacts.map(({ name, organization, country }) =>
            [name, organization, country].filter(Boolean).join(", "),
          )}
        />
      </Fact>
      <Fact label={t("abstract")}>
        <Lines lines={letter.abstract ? [letter.abstract] : []} />
      </Fact>
      <Origin letter={letter} />
    </Facts>
  );
}

function Origin({ letter: { series, fileName } }: { letter: Letter }) {
  const t = useTranslations("liaison.letter");
  return (
    <>
      <Fact label={t("series")}>
        {series ? <Link href={`/series/${series.reference}` as never}>{series.title}</Link> : <None />}
      </Fact>
      {fileName && <Fact label={t("file")}>{fileName}</Fact>}
    </>
  );
}

function None() {
  const t = useTranslations("liaison.letter");
  return <span className="text-muted">{t("none")}</span>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <None />;
  return lines.map((line, at) => (
    <p key={at} className="max-w-measure" dir="auto">
      {line}
    </p>
  ));
}

function ApprovalText({ approval: { body, level, method, date } }: { approval: Approval }) {
  const t = useTranslations("liaison.letter");
  return (
    <>
      {[body ?? level, method && t(`methods.${method}`)].filter(Boolean).join(", ")}
      {date && (
        <>
          {", "}
          <DayText day={date} />
        </>
      )}
    </>
  );
}
