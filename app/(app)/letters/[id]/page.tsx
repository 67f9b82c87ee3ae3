import { getTranslations } from "next-intl/server";
import { LetterFacts } from "#components/liaison/letter-facts";
import { MarkedLetter } from "#components/liaison/marked-letter";
import { FindingNote } from "#components/ui/finding-note";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { formOfLetter } from "#lib/liaison/domain/form-of-letter";
import { markWords } from "#lib/liaison/domain/marked-text";
import { showLetter } from "#lib/liaison/usecases/show-letter";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

type Props = PageProps<"/letters/[id]">;

export async function generateMetadata() {
  return { title: (await getTranslations("liaison.letter"))("title") };
}

export default async function LetterPage({ params }: Props) {
  const { id } = await params;
  const letter = await forPage(async () => showLetter(await requireActor(), id));
  const t = await getTranslations("liaison.letter");
  const { evidence, findings } = letter.parsed;
  const quotes = "from" in letter.parsed ? formOfLetter(letter.parsed).quotes : [];
  return (
    <>
      <PageHeading title={letter.title || t("title")} />
      <LetterFacts letter={letter} />
      {findings.length > 0 && (
        <Section title={t("findings")} lead={t("findingsLead")}>
          <div className="grid max-w-measure gap-2">
            {findings.map((finding, at) => (
              <FindingNote key={at} finding={finding} />
            ))}
          </div>
        </Section>
      )}
      <Section title={t("text")} lead={Object.keys(evidence).length > 0 ? t("textLead") : undefined}>
        <MarkedLetter pieces={markWords(letter.text, quotes)} />
      </Section>
    </>
  );
}
