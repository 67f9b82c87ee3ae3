import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

/** A frame with few words and nothing else to load: the reader has no account and perhaps a poor connection. */
export default async function PollLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("product");
  const { ui, scheduling } = await getMessages();
  const words = { ui, scheduling: { joining: scheduling.joining } };
  return (
    <NextIntlClientProvider locale={await getLocale()} messages={words} timeZone="UTC">
      <header className="border-b border-line">
        <p className="mx-auto max-w-page px-4 py-3 font-serif text-xl font-semibold sm:px-6">{t("name")}</p>
      </header>
      <main id="content" className="mx-auto max-w-page px-4 pt-8 pb-24 sm:px-6">
        {children}
      </main>
    </NextIntlClientProvider>
  );
}
