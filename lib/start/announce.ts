import { say } from "#lib/kernel/words";
import { ensureSetUpLink } from "#lib/people/usecases/ensure-set-up-link";
import type { Settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";

/** Tells the person at the terminal, in one piece, where the product answers, how to stop it, and what is still to be done. */
export async function announceStart(settings: Settings): Promise<void> {
  const link = settings.demo ? null : await ensureSetUpLink(settings.baseUrl);
  const words = [say("start.ready", { url: settings.baseUrl }), say("start.howToStop")];
  if (settings.demo) words.push(say("start.demo"));
  else if (!settings.smtpUrl) words.push(say("start.noMailServer"));
  if (link) words.push(say("start.setUpLink"));
  const lines = [...words.map(inEnglish), ...(link ? [link] : [])];
  process.stdout.write(`${lines.join("\n")}\n`);
}
