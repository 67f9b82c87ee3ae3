import type { ReactNode } from "react";
import { classes } from "./classes";
import type { Tone } from "./notice";

const LOOKS: Record<Tone, string> = {
  info: "border-control text-ink",
  ok: "border-ok text-ok",
  warn: "border-warn text-warn",
  bad: "border-bad text-bad",
};

/** The state of a thing in a word. */
export function StateLabel({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes("inline-block rounded-sm border px-2 text-sm font-semibold", LOOKS[tone])}>
      {children}
    </span>
  );
}
