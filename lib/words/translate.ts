import { createRequire } from "node:module";
import { createTranslator, type Messages } from "use-intl/core";
import type { Words } from "#lib/kernel/words";

// Not `import … with { type: "json" }`: in Next's build the file is made of sentences that were read before, a script.
const loaded: Messages | { readonly default: Messages } = createRequire(import.meta.url)("#messages/en");
const en = "default" in loaded ? loaded.default : loaded; // such a script says `export default`

/** Turns words into an English sentence, for what no page renders: mails, Word files, the command line. */
export function inEnglish(words: Words): string {
  return english(words.key, words.values);
}

const english = createTranslator({ locale: "en", messages: en, timeZone: "UTC" });
