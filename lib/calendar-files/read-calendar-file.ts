import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import { decodeText } from "#lib/letter-files/decode-text";
import { isWorkerStopped } from "#lib/workers/worker-message";
import { runInWorker } from "#lib/workers/run-in-worker";
import { lookOver } from "./look-over.ts";
import type { CalendarReading, ReadOptions } from "./read-entry.ts";

/** Bytes of a file. A year of meetings of all Study Groups has a tenth of it. */
export const LARGEST_FILE = 2_000_000;
/** Of reading in the thread: what a year of meetings needs is a tenth. */
const TIME_LIMIT_MS = 1_000;
/** A busy machine may need long to start a thread: that time is not the file's. */
const LONGEST_START_MS = 20_000;
const MEMORY_MB = 128;

/**
 * The text of a calendar file: UTF-8, UTF-16, or Latin-1 as Windows writes it.
 *
 * @throws AppError `invalid` for an empty or too large file, bytes that are no text, and a line that is too long.
 */
export function decodeCalendarFile(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new AppError("invalid", "calendars.file.empty");
  if (bytes.length > LARGEST_FILE)
    throw new AppError("invalid", say("calendars.file.tooLarge", { megabytes: 2 }));
  const text = decodeText(bytes);
  if (text === null) throw new AppError("invalid", "calendars.file.noText");
  requireReadable(text);
  return text;
}

function requireReadable(text: string): void {
  if (text.length > LARGEST_FILE)
    throw new AppError("invalid", say("calendars.file.tooLarge", { megabytes: 2 }));
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text))
    throw new AppError("invalid", "calendars.file.control");
  lookOver(text);
}

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
