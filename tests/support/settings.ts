import { readSettings, type Settings, fixSettings } from "#lib/settings/settings";

/** Gives this process the settings of an empty environment, with these changes. */
export function fixTestSettings(changes: Partial<Settings>): void {
  const plain = readSettings({ env: {}, demo: false, strict: false });
  fixSettings({ ...plain, authSecret: "a secret of the tests that is long enough", ...changes });
}
