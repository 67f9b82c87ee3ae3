import { useLocale, useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import { countryName } from "#lib/people/domain/country";
import type { PersonEntry } from "#lib/people/domain/person";

/** What the register says of somebody, for those who may read it. */
export function PersonFacts({ person }: { person: PersonEntry }) {
  const t = useTranslations("people");
  const locale = useLocale();
  return (
    <Facts>
      <Fact label={t("email")}>{person.email}</Fact>
      <Fact label={t("entity")}>{person.entity || t("notKnown")}</Fact>
      <Fact label={t("country")}>{person.country ? countryName(person.country, locale) : t("notKnown")}</Fact>
      <Fact label={t("zone")}>{person.timeZone}</Fact>
    </Facts>
  );
}
