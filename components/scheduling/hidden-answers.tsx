import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import type { Hiding } from "#lib/scheduling/domain/sight";
import type { ActionState } from "#lib/web/action-state";

type SideOfReader = {
  readonly id: string;
  readonly letter: string;
  readonly group: string;
  /** Whether the reader is its co-chair. */
  readonly isMine: boolean;
};

type Props = {
  reference: string;
  /** What is switched on. */
  settings: readonly Hiding[];
  /** The deadline has passed, and all is shown: it is asked whether the poll may open again. */
  isClosed: boolean;
  /** Why this reader does not see everything; null when nothing is hidden from this reader. */
  hiddenBy: Hiding | null;
  sides: readonly SideOfReader[];
  openings: readonly { readonly setting: Hiding; readonly sideId: string; readonly by: string }[];
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
};

/** What is hidden until the deadline, why, and which co-chair agreed to show it, before or after. */
export function HiddenAnswers(props: Props) {
  const { reference, settings, isClosed, hiddenBy, sides, openings, action } = props;
  const t = useTranslations("scheduling.hiding");
  if (settings.length === 0) return null;
  return (
    <Section title={t(isClosed ? "titleClosed" : "title")} lead={t(isClosed ? "leadClosed" : "lead")}>
      {hiddenBy && <Notice tone="info">{t(`why.${hiddenBy}`)}</Notice>}
      {settings.map((setting) => {
        const agreed = openings.filter((opening) => opening.setting === setting);
        const waitsForMe = sides.some(
          ({ id, isMine }) => isMine && !agreed.some(({ sideId }) => sideId === id),
        );
        return (
          <div key={setting} className="mt-4">
            <h3 className="mb-2 font-semibold">{t(setting)}</h3>
            <Sides>
              {sides.map(({ id, letter, group }) => {
                const by = agreed.find(({ sideId }) => sideId === id)?.by;
                return (
                  <p key={id}>
                    <SideBadge letter={letter} name={group} />{" "}
                    {by === undefined ? t("waits") : t("agreed", { person: by })}
                  </p>
                );
              })}
            </Sides>
            {waitsForMe && (
              <ActionForm
                action={action}
                submit={t(isClosed ? "agreeClosed" : "agree")}
                variant="secondary"
                hidden={{ reference, setting }}
                className="mt-3 grid gap-2"
              >
                <p className="text-sm text-muted">{t("forGood")}</p>
              </ActionForm>
            )}
          </div>
        );
      })}
    </Section>
  );
}
