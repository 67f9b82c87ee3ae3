"use client";

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

/**
 * Words that only some pages say in the browser, besides those of every page. They travel as a script of those pages
 * (`messages/en.AREA.words`). An area shares no first name with `en.words`: one would replace the other.
 */
export function MoreWords({ words, children }: { words: Partial<Messages>; children: ReactNode }) {
  const before = useMessages();
  const all = useMemo(() => ({ ...before, ...words }), [before, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
