import { spanIn } from "#lib/kernel/moment";
import type { Interval } from "#lib/kernel/interval";
import { say, type Words } from "#lib/kernel/words";
import { GENEVA } from "#lib/kernel/zone";
import type { Change } from "./change.ts";

/** Notes leave the house in English so far. */
const LOCALE = "en";

/** What to tell people of a change: the meeting, old and new time in Geneva and UTC, and the reason. */
export function changeNote({ old, next, reason }: Pick<Change, "old" | "next" | "reason">, sequence: number) {
  const subject: Words = next
    ? say("changes.note.subjectMove", { sequence })
    : say("changes.note.subjectCancel", { sequence });
  const lines: Words[] = [
    say(next ? "changes.note.move" : "changes.note.cancel", { sequence }),
    say("changes.note.old", moment(old)),
    ...(next ? [say("changes.note.new", moment(next))] : []),
    say("changes.note.reason", { reason }),
  ];
  return { subject, lines };
}

/** Day, Geneva time, and UTC with its own date. */
function moment({ start, end }: Interval): Record<string, string> {
  const geneva = spanIn(start, end, { timeZone: GENEVA, locale: LOCALE });
  const utc = spanIn(start, end, { timeZone: "UTC", locale: LOCALE });
  return {
    ...{ ...geneva.date, time: geneva.time },
    ...{ utc: utc.time, utcDay: utc.date.day, utcMonth: utc.date.month },
  };
}
