import { AppError } from "#lib/kernel/errors";
import { isWorkerStopped } from "#lib/workers/worker-message";
import { runInWorker } from "#lib/workers/run-in-worker";
import { requireReadable } from "./decode-calendar-file.ts";
import type { CalendarReading, ReadOptions } from "./read-entry.ts";

/** Of reading in the thread: what a year of meetings needs is a tenth. */
const TIME_LIMIT_MS = 1_000;
/** A busy machine may need long to start a thread: that time is not the file's. */
const LONGEST_START_MS = 20_000;
const MEMORY_MB = 128;

/**
 * Reads the text of an ICS or CSV file in a thread of its own, within time and memory: whatever the file asks for, the
 * server goes on.
 *
 * @throws AppError `invalid` in words for the reader.
 */
export async function readCalendarText(text: string, options: ReadOptions): Promise<CalendarReading> {
  requireReadable(text);
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    const input = { text, options };
    return await runInWorker<CalendarReading>("lib/calendar-files/reading-worker.ts", input, {
      ...{ timeLimitMs: LONGEST_START_MS, memoryMb: MEMORY_MB, signal: late.signal },
      onProgress: () => (timer = setTimeout(() => late.abort(), TIME_LIMIT_MS)),
    });
  } catch (error) {
    if (isWorkerStopped(error)) throw new AppError("invalid", "calendars.file.tooMuchWork");
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
