import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { decodeCalendarFile } from "#lib/calendar-files/decode-calendar-file";
import { readCalendarText } from "#lib/calendar-files/read-calendar-file";
import { isAppError } from "#lib/kernel/errors";
import { figure, type Measure } from "../../bench/figure.ts";
import { hostileFiles } from "../support/hostile-calendars.ts";

const OPTIONS = { floatingZone: "Europe/Zurich", from: "2026-01-01", to: "2029-12-31" };
const HARMLESS = "title,opens\nPlenary,2027-03-01\n";

/**
 * Every file of the hostile corpus, read as an import reads it: how long until it is read or refused, and for how long
 * it held up the thread that serves pages. After each one a harmless file has to be read as ever.
 */
export const calendarBombs: Measure = {
  name: "calendar-bombs",
  async run() {
    const files = hostileFiles();
    await readCalendarText(HARMLESS, OPTIONS);
    const times: number[] = [];
    const lags: number[] = [];
    let [refused, broken] = [0, 0];
    for (const { bytes } of files) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const before = performance.now();
      if (await isRefused(bytes)) refused += 1;
      times.push(performance.now() - before);
      await setTimeout(20);
      delay.disable();
      lags.push(delay.max / 1e6);
      const { entries } = await readCalendarText(HARMLESS, OPTIONS);
      if (entries.length !== 1) broken += 1;
    }
    const note = `${files.length} files, ${refused} refused in words, the others read`;
    return [
      figure({ name: "calendar-bombs.slowest", unit: "ms", target: "<= 2000", note }, [Math.max(...times)]),
      figure({ name: "calendar-bombs.lag", unit: "ms of the event loop", target: "<= 100" }, [
        Math.max(...lags),
      ]),
      figure({ name: "calendar-bombs.broken", unit: "harmless files not read after one", target: "== 0" }, [
        broken,
      ]),
    ];
  },
};

async function isRefused(bytes: Uint8Array): Promise<boolean> {
  try {
    await readCalendarText(decodeCalendarFile(bytes), OPTIONS);
    return false;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return true;
  }
}
