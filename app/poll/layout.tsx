import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { BareFrame } from "../bare-frame";

/** Few words and nothing else to load: the reader has no account and perhaps a poor connection. */
export default async function PollLayout({ children }: { children: ReactNode }) {
  const { ui, scheduling } = await getMessages();
  const words = { ui, scheduling: { joining: scheduling.joining } };
  return (
    <NextIntlClientProvider locale={await getLocale()} messages={words} timeZone="UTC">
      <BareFrame>{children}</BareFrame>
    </NextIntlClientProvider>
  );
}
