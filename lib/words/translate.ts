import { createTranslator } from "use-intl/core";
import type { Words } from "#lib/kernel/words";
import en from "#messages/en" with { type: "json" };

/** Turns words into an English sentence, for what no page renders: mails, Word files, the command line. */
export function inEnglish(words: Words): string {
  return english(words.key, words.values);
}

const english = createTranslator({ locale: "en", messages: en, timeZone: "UTC" });
