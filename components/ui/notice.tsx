import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "info" | "ok" | "warn" | "bad";

const TONES: Record<Tone, { look: string; sign: string }> = {
  info: { look: "border-control bg-shade", sign: "i" },
  ok: { look: "border-ok bg-ok-shade", sign: "✓" },
  warn: { look: "border-warn bg-warn-shade", sign: "!" },
  bad: { look: "border-bad bg-bad-shade", sign: "✕" },
};

/** Something the reader should know, with a sign beside the colour. */
export function Notice({ tone, title, children }: { tone: Tone; title?: ReactNode; children?: ReactNode }) {
  const { look, sign } = TONES[tone];
  return (
    <div className={classes("flex gap-3 border-s-4 px-4 py-3 text-ink", look)}>
      <span aria-hidden="true" className="w-4 shrink-0 text-center font-bold">
        {sign}
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
