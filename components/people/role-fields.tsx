import { useTranslations } from "next-intl";
import { SelectField } from "#components/ui/fields";
import { ROLES, type Role, type RolePlace } from "#lib/people/domain/role";

export type RoleOffer = { readonly place: RolePlace | null; readonly roles: readonly Role[] };

/** Which role, and of which group, out of what the reader may give. */
export function RoleFields({ offers }: { offers: readonly RoleOffer[] }) {
  const t = useTranslations("people");
  const roles = ROLES.filter((role) => offers.some((offer) => offer.roles.includes(role)));
  const places = offers.map(({ place }) => ({
    value: place?.id ?? "",
    label: place?.reference ?? t("installation"),
  }));
  const first = offers.find(({ place }) => place !== null)?.place?.id ?? "";
  return (
    <>
      <SelectField
        name="role"
        label={t("roleLabel")}
        defaultValue="delegate"
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        required
      />
      <SelectField
        name="groupId"
        label={t("groupLabel")}
        hint={t("groupHint")}
        defaultValue={first}
        options={places}
        required
      />
    </>
  );
}
