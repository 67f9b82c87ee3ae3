import { type AbstractIntlMessages, NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Props = {
  /** By their names in en.json, such as `ui` or `scheduling.joining`; each with another first part. */
  of: readonly string[];
  children: ReactNode;
};

/**
 * A few words for what runs in the browser, sent inside the page: for pages that must be light. All others take
 * those of `messages/en.words` (`BrowserWords` in the frame).
 */
export async function SomeWords({ of, children }: Props) {
  const messages = await getMessages();
  const some = Object.assign({}, ...of.map((name) => pick(messages, name.split("."))));
  return (
    <NextIntlClientProvider locale={await getLocale()} messages={some} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  );
}

function pick(
  messages: AbstractIntlMessages,
  [first = "", ...rest]: readonly string[],
): AbstractIntlMessages {
  const found = messages[first];
  if (found === undefined) throw new Error(`there are no words ${first}`);
  return { [first]: rest.length === 0 || typeof found === "string" ? found : pick(found, rest) };
}
