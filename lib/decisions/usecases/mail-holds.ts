import { type CalendarEntry, writeCalendar } from "#lib/calendar-files/write-calendar";
import type { Db } from "#lib/db/client";
import { holdUid } from "#lib/decisions/domain/hold";
import { listAskedAddresses } from "#lib/decisions/store/holds";
import type { Interval } from "#lib/kernel/interval";
import { clockIn, dayIn, GENEVA } from "#lib/kernel/zone";
import { postMail } from "#lib/outbox/post";
import { dayValue } from "#lib/rules/domain/day-value";
import type { Series } from "#lib/series/domain/series";
import { settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";

/** Entries of slots that begin to be held, or are held no more. */
export type HoldMail = {
  readonly kind: "hold" | "release";
  readonly pollId: string;
  readonly series: Pick<Series, "title" | "reference" | "sides">;
  readonly slots: readonly (Interval & { readonly slotId: string; readonly sequence: number })[];
  readonly now: Date;
};

/**
 * One mail to each person asked, with one calendar file for all the slots: tentative entries, or their cancellation
 * with the same UID and a later SEQUENCE. Gives how many people are written to.
 *
 * @see RFC 5546 section 3.2.5
 */
export async function mailHolds(db: Db, mail: HoldMail): Promise<number> {
  const people = await listAskedAddresses(db, mail.pollId);
  const { kind, series, slots, now } = mail;
  const method = kind === "hold" ? "publish" : "cancel";
  const calendar = writeCalendar({
    ...{ name: series.title, organizer: settings().mailFrom, writtenAt: now, method },
    entries: slots.map((slot) => entryOf(slot, mail)),
  });
  const content = Buffer.from(calendar).toString("base64");
  const contentType = `text/calendar; charset=utf-8; method=${method.toUpperCase()}`;
  for (const to of people)
    await postMail(db, {
      ...{ kind: kind === "hold" ? "slot_hold" : "slot_release", to },
      subject: inEnglish({ key: `decisions.mail.${kind}.subject`, values: { title: series.title } }),
      text: inEnglish({ key: `decisions.mail.${kind}.text`, values: valuesOf(mail, to.name) }),
      attachments: [{ fileName: "slots.ics", contentType, content }],
    });
  return people.length;
}

/** The UID of a slot's entry in this installation. */
export const uidOf = (slotId: string): string => holdUid(slotId, new URL(settings().baseUrl).hostname);

function entryOf(slot: HoldMail["slots"][number], { kind, series }: HoldMail): CalendarEntry {
  const values = { title: series.title };
  return {
    ...{ uid: uidOf(slot.slotId), sequence: slot.sequence, start: slot.start, end: slot.end },
    status: kind === "hold" ? "tentative" : "cancelled",
    summary: inEnglish({ key: "decisions.mail.entry.summary", values }),
    description: inEnglish({ key: "decisions.mail.entry.description", values }),
    location: "",
    url: `${settings().baseUrl}/series/${series.reference}/dates`,
  };
}

function valuesOf({ series, slots }: HoldMail, name: string) {
  const lines = slots.map(({ start, end }) =>
    inEnglish({
      key: "decisions.mail.line",
      values: {
        day: dayValue(dayIn(start, GENEVA)),
        geneva: `${clockIn(start, GENEVA)}-${clockIn(end, GENEVA)}`,
        utcDay: dayValue(dayIn(start, "UTC")),
        utc: `${clockIn(start, "UTC")}-${clockIn(end, "UTC")}`,
      },
    }),
  );
  const sides = series.sides.map(({ group }) => group.reference).join(", ");
  return { name, title: series.title, sides, slots: lines.join("\n"), count: slots.length };
}
