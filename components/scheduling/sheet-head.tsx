import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";
import { PageHeading } from "#components/ui/page-heading";
import type { PollPhase } from "#lib/scheduling/domain/poll";

type Props = {
  title: string;
  sides: string;
  name: string;
  phase: PollPhase;
  closesAt: Date | null;
  timeZone: string;
};

/** What the sheet is about, whose it is, and until when it can be filled in. */
export function SheetHead({ title, sides, name, phase, closesAt, timeZone }: Props) {
  const t = useTranslations("answering");
  return (
    <>
      <PageHeading title={title} lead={t("lead", { sides, name })} />
      {closesAt && phase === "open" && (
        <p className="mb-4">
          {t("until")} <Moment start={closesAt} timeZone={timeZone} />
        </p>
      )}
      {phase !== "open" && (
        <Notice tone="warn" title={t(`phase.${phase}`)}>
          {closesAt && phase === "closed" && <Moment start={closesAt} timeZone={timeZone} />}
        </Notice>
      )}
    </>
  );
}
