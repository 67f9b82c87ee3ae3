import { useLocale, useTranslations } from "next-intl";
import { Table } from "#components/ui/table";
import type { RoleToday } from "#lib/groups/domain/group";
import { countryName } from "#lib/people/domain/country";
import { ROLES } from "#lib/people/domain/role";

/** Who holds which role today, roles with most rights first. */
export function RolesToday({ roles }: { roles: readonly RoleToday[] }) {
  const t = useTranslations("groups");
  const people = useTranslations("people");
  const locale = useLocale();
  if (roles.length === 0) return <p className="text-muted">{t("noRoles")}</p>;
  const rank = (role: string) => ROLES.findIndex((known) => known === role);
  const sorted = [...roles].sort((a, b) => rank(a.role) - rank(b.role));
  return (
    <Table
      caption={t("rolesToday")}
      head={
        <tr>
          <th scope="col">{people("roleLabel")}</th>
          <th scope="col">{people("name")}</th>
          <th scope="col">{people("entity")}</th>
          <th scope="col">{people("country")}</th>
        </tr>
      }
    >
      {sorted.map(({ personId, role, name, entity, country }) => (
        <tr key={`${personId} ${role}`}>
          <td>{people(`role.${ROLES.find((known) => known === role) ?? "delegate"}`)}</td>
          <th scope="row">{name}</th>
          <td>{entity}</td>
          <td>{country && countryName(country, locale)}</td>
        </tr>
      ))}
    </Table>
  );
}
