import { createHash } from "node:crypto";
import { db } from "#lib/db/client";
import type { Answer } from "#lib/scheduling/domain/packed-answers";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { offerSlots } from "#lib/scheduling/usecases/offer-slots";
import { openPoll } from "#lib/scheduling/usecases/open-poll";
import { viewAnswerSheet } from "#lib/scheduling/usecases/view-answer-sheet";
import type { Answerer } from "#lib/scheduling/usecases/find-answerer";
import type { JointSeriesFixture } from "./joint-series.ts";

/** The poll of the tests opens on the first of these instants and closes on the second. */
export const OPENED = new Date("2027-01-04T09:00:00Z");
export const CLOSES = new Date("2027-01-15T16:00:00Z");
export const AFTER = new Date("2027-01-15T16:00:00.001Z");

/** 14:00 to 16:00 Geneva on the given days. */
export const geneva = (...days: string[]) =>
  days.map((day) => ({ day, clock: "14:00", timeZone: "Europe/Zurich", lengthMinutes: 120 }));

export const DAYS = ["2027-03-16", "2027-03-23", "2027-04-06", "2027-04-13"];
export const DEADLINE = { day: "2027-01-15", clock: "17:00", timeZone: "Europe/Zurich" };

/** Four slots on offer by the co-chair of SG2; their ids in time order. */
export function offerFour({ cast, reference }: JointSeriesFixture): Promise<string[]> {
  return offerSlots(cast.sg2CoChair, { reference, slots: geneva(...DAYS) }, OPENED);
}

/** The same, and the poll open until {@link CLOSES} with a quorum of one per side. */
export async function openFour(series: JointSeriesFixture): Promise<string[]> {
  const ids = await offerFour(series);
  const input = { reference: series.reference, ...DEADLINE, quorum: { A: 1, B: 1 } };
  await openPoll(series.cast.sg2CoChair, input, OPENED);
  return ids;
}

/** The token in the newest invitation to this address. */
export async function mailedToken(address: string): Promise<string> {
  const mail = await db.outboxMail.findFirstOrThrow({
    where: { toAddress: address, kind: "poll_invitation" },
    orderBy: { createdAt: "desc" },
  });
  return /\/answer\/([A-Za-z0-9_-]{22})\n/.exec(mail.text)?.[1] ?? "";
}

export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** What a form would send that shows the sheet as it is now, with these answers filled in. */
export async function filledIn(by: Answerer, answers: Record<string, Answer>, now = OPENED) {
  const sheet = await viewAnswerSheet(by, now);
  return {
    slotsVersion: sheet.slotsVersion,
    version: sheet.version,
    seen: sheet.slots.map(({ id }) => id),
    answers,
    note: sheet.note,
    noteFrom: sheet.note,
  };
}

/** Fills in and saves. */
export async function answer(by: Answerer, answers: Record<string, Answer>, now = OPENED): Promise<void> {
  await answerPoll(by, await filledIn(by, answers, now), now);
}
