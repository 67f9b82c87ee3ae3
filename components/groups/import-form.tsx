"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FileOrText } from "#components/ui/file-or-text";
import { Notice } from "#components/ui/notice";
import { ImportPlanView, type ShownPlan } from "./import-plan-view";

/** How far an import has come. `csv` is what was read, so that nobody has to choose the file again. */
export type ImportState = {
  readonly csv: string;
  readonly plan: ShownPlan | null;
  /** Empty without a preview. */
  readonly fingerprint: string;
  readonly message: { readonly tone: "ok" | "bad"; readonly text: string } | null;
};

const START: ImportState = { csv: "", plan: null, fingerprint: "", message: null };

type Props = { action: (previous: ImportState, form: FormData) => Promise<ImportState> };

/** A CSV file or text: first what it would do, then doing it. */
export function ImportForm({ action }: Props) {
  const t = useTranslations("groups.import");
  const [state, run, pending] = useActionState(action, START);
  const { plan } = state;
  const ready = plan !== null && plan.errors.length === 0 && plan.added.length + plan.changed.length > 0;
  return (
    <form action={run} className="grid gap-6">
      <div className="grid max-w-measure gap-4">
        <FileOrText
          file={{ label: t("file"), hint: t("fileHint"), accept: ".csv,text/csv,text/plain" }}
          text={{ name: "csv", label: t("text"), rows: 8, value: state.csv }}
        />
      </div>
      <div role={state.message?.tone === "bad" ? "alert" : "status"} className="max-w-measure empty:hidden">
        {state.message && <Notice tone={state.message.tone}>{state.message.text}</Notice>}
      </div>
      {plan && <ImportPlanView plan={plan} />}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          name="step"
          value="preview"
          variant={ready ? "secondary" : "primary"}
          aria-disabled={pending}
        >
          {t("preview")}
        </Button>
        {ready && (
          <>
            <input type="hidden" name="fingerprint" value={state.fingerprint} />
            <Button type="submit" name="step" value="import" variant="primary" aria-disabled={pending}>
              {t("submit", { count: plan.added.length + plan.changed.length })}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
