import { say, type Words } from "#lib/kernel/words";
import { ensureSetUpLink } from "#lib/people/usecases/ensure-set-up-link";
import type { Settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";

/** Tells the person at the terminal where the product answers, how to stop it, and what is still to be done. */
export async function announceStart(settings: Settings): Promise<void> {
  tell(say("start.ready", { url: settings.baseUrl }));
  tell(say("start.howToStop"));
  if (settings.demo) return tell(say("start.demo"));
  if (!settings.smtpUrl) tell(say("start.noMailServer"));
  const link = await ensureSetUpLink(settings.baseUrl);
  if (!link) return;
  tell(say("start.setUpLink"));
  process.stdout.write(`${link}\n`);
}

function tell(words: Words): void {
  process.stdout.write(`${inEnglish(words)}\n`);
}
