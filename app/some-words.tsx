import { type Messages, NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Props = { of: readonly (keyof Messages)[]; children: ReactNode };

/**
 * A few words for what runs in the browser, sent inside the page: for pages that must be light. All others take
 * those of `messages/en.words` (`BrowserWords` in the frame).
 */
export async function SomeWords({ of, children }: Props) {
  const messages = await getMessages();
  const some = Object.fromEntries(of.map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider locale={await getLocale()} messages={some} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}
