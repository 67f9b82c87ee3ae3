import type { ReactNode } from "react";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import { connection } from "next/server";
import "./globals.css";

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // a page built ahead of time could not carry the nonce
  return (
    <html lang={await getLocale()} dir="ltr">
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
