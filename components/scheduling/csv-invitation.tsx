"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { FileOrText } from "#components/ui/file-or-text";
import { Notice } from "#components/ui/notice";
import { SideBadge } from "#components/ui/side-badge";
import { Table } from "#components/ui/table";

/** How far a list has come. `csv` is what was read, so that nobody has to choose the file again. */
export type CsvInvitationState = {
  readonly csv: string;
  readonly plan: {
    readonly added: readonly {
      readonly line: number;
      readonly name: string;
      readonly entity: string;
      readonly letter: string;
      readonly zone: string;
    }[];
    readonly unchanged: number;
    readonly errors: readonly { readonly line: number; readonly text: string }[];
  } | null;
  /** Empty without a preview. */
  readonly fingerprint: string;
  readonly message: { readonly tone: "ok" | "bad"; readonly text: string } | null;
};

const START: CsvInvitationState = { csv: "", plan: null, fingerprint: "", message: null };
const MOST_SHOWN = 100;

type Props = {
  reference: string;
  action: (previous: CsvInvitationState, form: FormData) => Promise<CsvInvitationState>;
};

/** A list of people as a file or text: first what it would do, then doing it. */
export function CsvInvitation({ reference, action }: Props) {
  const t = useTranslations("scheduling.inviting.csv");
  const [state, run, pending] = useActionState(action, START);
  const { plan } = state;
  const ready = plan !== null && plan.errors.length === 0 && plan.added.length > 0;
  return (
    <form action={run} className="grid gap-4 py-2">
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="fingerprint" value={state.fingerprint} />
      <p className="max-w-measure text-muted">{t("lead")}</p>
      <FileOrText
        file={{ label: t("file"), accept: ".csv,text/csv,text/plain" }}
        text={{ name: "csv", label: t("text"), rows: 6, value: state.csv }}
      />
      <div role={state.message?.tone === "bad" ? "alert" : "status"} className="max-w-measure empty:hidden">
        {state.message && <Notice tone={state.message.tone}>{state.message.text}</Notice>}
      </div>
      {plan && <Plan plan={plan} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="step" value="preview" aria-disabled={pending}>
          {t("preview")}
        </Button>
        {ready && (
          <Button type="submit" name="step" value="invite" variant="primary" aria-disabled={pending}>
            {t("submit", { count: plan.added.length })}
          </Button>
        )}
      </div>
    </form>
  );
}

function Plan({ plan }: { plan: NonNullable<CsvInvitationState["plan"]> }) {
  const t = useTranslations("scheduling.inviting");
  if (plan.errors.length > 0)
    return (
      <Notice tone="bad" title={t("csv.errors", { count: plan.errors.length })}>
        <ul className="mt-2 space-y-1">
          {plan.errors.slice(0, MOST_SHOWN).map(({ line, text }, at) => (
            <li key={at}>{t("csv.lineError", { line: String(line), text })}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <>
      <p>{t("csv.counts", { added: plan.added.length, unchanged: plan.unchanged })}</p>
      {plan.added.length > 0 && (
        <Table
          caption={t("csv.added")}
          head={
            <tr>
              {(["line", "name", "entity", "zone"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`csv.column.${column}`)}
                </th>
              ))}
            </tr>
          }
        >
          {plan.added.slice(0, MOST_SHOWN).map((person) => (
            <tr key={person.line}>
              <td>{person.line}</td>
              <th scope="row">
                <SideBadge letter={person.letter} /> {person.name}
              </th>
              <td dir="auto">{person.entity}</td>
              <td>{person.zone}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
