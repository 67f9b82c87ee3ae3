import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { TextField } from "#components/ui/fields";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { FactsFields } from "./facts-form";
import type { FormAction } from "./form-action";

/** A joint series of two sides, written down by hand. */
export function NewSeriesForm({ action }: { action: FormAction }) {
  const t = useTranslations("series.new");
  return (
    <ActionForm action={action} submit={t("submit")} className="grid gap-8">
      <Sides>
        {(["A", "B"] as const).map((letter, index) => (
          <fieldset key={letter} className="grid content-start gap-4">
            <legend className="mb-2">
              <SideBadge letter={letter} />
            </legend>
            <TextField
              name={`sides.${index}.group`}
              label={t("group")}
              hint={t("groupHint")}
              required
              maxLength={40}
            />
            <TextField
              name={`sides.${index}.questions`}
              label={t("questions")}
              hint={t("questionsHint")}
              maxLength={400}
            />
            <TextField
              name={`sides.${index}.coChair.name`}
              label={t("coChair")}
              hint={t("coChairHint")}
              maxLength={120}
            />
            <TextField
              name={`sides.${index}.coChair.office`}
              label={t("office")}
              hint={t("officeHint")}
              maxLength={120}
            />
            <TextField
              name={`sides.${index}.coChair.email`}
              type="email"
              label={t("email")}
              maxLength={254}
            />
          </fieldset>
        ))}
      </Sides>
      <div className="grid max-w-measure gap-4">
        <FactsFields />
      </div>
    </ActionForm>
  );
}
