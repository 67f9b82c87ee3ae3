import { useTranslations } from "next-intl";
import { Moment } from "#components/ui/moment";
import { Notice } from "#components/ui/notice";

type Props = {
  replaces: { readonly sequence: number; readonly start: Date; readonly end: Date };
  timeZone: string;
};

/** That only another time for one meeting is looked for, and when that is until now. */
export function ReplacedNotice({ replaces, timeZone }: Props) {
  const t = useTranslations("changes.poll");
  return (
    <Notice tone="info" title={t("notice", { sequence: replaces.sequence })}>
      {t("standing")} <Moment start={replaces.start} end={replaces.end} timeZone={timeZone} />
    </Notice>
  );
}
