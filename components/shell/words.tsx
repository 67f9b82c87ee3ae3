"use client";

import { type Locale, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import en from "../../messages/en.words";

/**
 * The words for what runs in the browser (`messages/en.words`). They travel as a script, once, and not inside every
 * page: there they would be most of its weight.
 */
export function BrowserWords({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <NextIntlClientProvider locale={locale} messages={en} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
