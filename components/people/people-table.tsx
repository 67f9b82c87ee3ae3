import { useTranslations } from "next-intl";
import Link from "next/link";
import { Table } from "#components/ui/table";
import type { Day } from "#lib/kernel/day";
import { isHeldOn } from "#lib/people/domain/actor";
import { countryName } from "#lib/people/domain/country";
import type { PersonEntry } from "#lib/people/domain/person";

/** The register of people, with the roles of today. */
export function PeopleTable({
  people,
  today,
  locale,
}: {
  people: readonly PersonEntry[];
  today: Day;
  locale: string;
}) {
  const t = useTranslations("people");
  return (
    <Table
      caption={t("caption")}
      head={
        <tr>
          {(["name", "entity", "country", "rolesToday", "email"] as const).map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      }
    >
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row">
            <Link href={`/people/${person.id}` as never}>
              {[person.honorific, person.name].filter(Boolean).join(" ")}
            </Link>
          </th>
          <td>{person.entity}</td>
          <td>{person.country && countryName(person.country, locale)}</td>
          <td>
            {rolesOn(person, today).map(({ id, role, place }) => (
              <span key={id} className="block">
                {t("roleIn", { role: t(`role.${role}`), group: place?.reference ?? "" })}
              </span>
            ))}
          </td>
          <td className="break-all">{person.email}</td>
        </tr>
      ))}
    </Table>
  );
}

const rolesOn = (person: PersonEntry, day: Day) => person.roles.filter((span) => isHeldOn(span, day));
