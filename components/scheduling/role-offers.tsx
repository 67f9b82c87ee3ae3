import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { CheckboxField } from "#components/ui/fields";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import type { RoleOffer } from "#lib/scheduling/domain/role-offers";
import type { ActionState } from "#lib/web/action-state";

type Props = {
  reference: string;
  sides: readonly {
    readonly side: { readonly letter: string; readonly group: { readonly reference: string } };
    readonly offers: readonly RoleOffer[];
  }[];
  /** Whether the poll is open: then a mail leaves at once. */
  open: boolean;
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** Roles and groups of each side, to be ticked; one button asks everybody who holds them. */
export function RoleOffers({ reference, sides, open, action }: Props) {
  const t = useTranslations("scheduling.inviting.roles");
  return (
    <ActionForm
      action={action}
      submit={t(open ? "submitOpen" : "submitDraft")}
      variant="secondary"
      hidden={{ reference }}
      className="grid gap-4"
    >
      <Sides>
        {sides.map(({ side, offers }) => (
          <fieldset key={side.letter}>
            <legend>
              <SideBadge letter={side.letter} name={side.group.reference} />
            </legend>
            {offers.map((offer) => (
              <CheckboxField
                key={offer.key}
                name="offers[]"
                value={offer.key}
                required
                label={
                  <>
                    {t(`kind.${offer.kind}`, { group: offer.group })}{" "}
                    <span className="text-muted">
                      {t("count", { people: offer.people.length, fresh: offer.fresh })}
                    </span>
                  </>
                }
                hint={offer.people.length <= 3 ? offer.people.map(({ name }) => name).join(", ") : undefined}
              />
            ))}
          </fieldset>
        ))}
      </Sides>
    </ActionForm>
  );
}
