import { useTranslations } from "next-intl";
import { Fact, Facts } from "#components/ui/facts";
import type { Group } from "#lib/groups/domain/group";

/** Lists and secretariat of a group. */
export function GroupFacts({ group }: { group: Group }) {
  const t = useTranslations("groups");
  return (
    <Facts>
      <Fact label={t("lists")}>
        {group.lists.length === 0 ? (
          <span className="text-muted">{t("noLists")}</span>
        ) : (
          group.lists.map((address) => (
            <span key={address} className="block break-all">
              {address}
            </span>
          ))
        )}
      </Fact>
      {group.parentId === null && (
        <Fact label={t("secretariat")}>
          {group.secretariatEmail ?? <span className="text-muted">{t("noSecretariat")}</span>}
        </Fact>
      )}
    </Facts>
  );
}
