"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { findPutAside } from "#lib/kernel/sent-once";
import { clockIn } from "#lib/kernel/zone";

type Props = {
  /** The totals as the server made them: safe HTML, or where it was put aside for this page. */
  html: string | { readonly aside: string };
  /** What state of the poll they are of. */
  stamp: string;
  /** Where the totals and the changes are to be had. */
  totalsUrl: string;
  liveUrl: string;
  timeZone: string;
};

/** The totals, brought up to date while one looks: the table alone is fetched, and nothing else on the page moves. */
export function LiveTotals({ html, stamp, totalsUrl, liveUrl, timeZone }: Props) {
  const t = useTranslations("scheduling.totals");
  const router = useRouter();
  const shown = useRef(stamp);
  const block = useRef<HTMLDivElement>(null);
  const made = typeof html === "string" ? html : (findPutAside(html.aside) ?? "");
  const [fresh, setFresh] = useState<{ readonly of: string; readonly html: string } | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const bring = async () => {
      const answer = await fetch(totalsUrl).catch(() => null);
      if (answer?.ok) setFresh({ of: stamp, html: await answer.text() });
      return answer?.ok === true;
    };
    if (block.current?.childElementCount === 0) void bring(); // the page had to be made again in the browser
    const source = new EventSource(liveUrl);
    source.onmessage = async ({ data }: MessageEvent<string>) => {
      if (data === shown.current) return;
      const before = shown.current;
      shown.current = data;
      if (headOf(data) !== headOf(before)) router.refresh(); // other slots, another phase: more than the totals
      if (await bring()) setSaid(t("updated", { clock: clockIn(new Date(), timeZone) }));
    };
    return () => source.close();
  }, [liveUrl, totalsUrl, stamp, router, t, timeZone]);

  return (
    <>
      {/* Made by the server's own template, which escapes all that is filled in. */}
      <div
        ref={block}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: fresh?.of === stamp ? fresh.html : made }}
      />
      <p role="status" className="no-print mt-2 min-h-6 text-sm text-muted">
        {said}
      </p>
    </>
  );
}

/** The part of a stamp that says which slots there are, in which phase, and what is hidden. */
const headOf = (stamp: string) => stamp.split(".").slice(0, 6).join(".");
