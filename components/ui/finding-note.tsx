import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Finding } from "#lib/kernel/finding";
import { Notice, type Tone } from "./notice";

const TONES: Record<Finding["severity"], Tone> = { fail: "bad", warn: "warn", show: "info" };

/** A finding where it arises: sign, sentence, what to do, rule; and, as children, the form that sets it aside. */
export function FindingNote({ finding, children }: { finding: Finding; children?: ReactNode }) {
  const ui = useTranslations("ui");
  const t = useTranslations();
  const { rule, severity, message, remedy } = finding;
  return (
    <Notice tone={TONES[severity]}>
      <p>
        <span className="font-semibold">{ui(severity)}: </span>
        {t(message.key, message.values)} {remedy && t(remedy.key, remedy.values)}{" "}
        <span className="text-sm whitespace-nowrap text-muted">{ui("clause", { rule })}</span>
      </p>
      {children}
    </Notice>
  );
}
