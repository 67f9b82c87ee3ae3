import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { hashToken } from "#lib/secrets/token";
import { makeAgreedSeries } from "./agreed-series.ts";
import { ask } from "./test.ts";

type People = Parameters<typeof makeAgreedSeries>[1];

const DAY_MS = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A day some weeks ahead that is a Monday. */
export function firstMonday(): string {
  const from = 60;
  const weekday = new Date(Date.now() + from * DAY_MS).getUTCDay();
  return dayAfter(from + ((8 - weekday) % 7));
}

/** The day so many days after another. */
export const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Offers slots of two hours by the clock of Geneva in the series, as its first co-chair. Gives what was offered. */
export async function offer(
  reference: string,
  coChair: string,
  slots: readonly (readonly [string, string])[],
) {
  const { offerSlots } = await import("#lib/scheduling/usecases/offer-slots");
  const wishes = slots.map(([day, clock]) => ({
    ...{ day, clock, timeZone: "Europe/Zurich", lengthMinutes: 120 },
  }));
  return offerSlots(await actor(coChair), { reference, slots: wishes });
}

/** A series of its own with a poll that is open for a week. Gives the path of the personal link by name. */
export async function makeOpenPoll(
  reference: string,
  people: People,
  slots: readonly (readonly [string, string])[],
): Promise<(name: string) => string> {
  await makeAgreedSeries(reference, people);
  await offer(reference, people.A.coChair, slots);
  const { db } = await import("#lib/db/client");
  const poll = await db.datePoll.findFirstOrThrow({ where: { series: { reference } } });
  const opened = { state: "open", openedAt: new Date(), closesAt: new Date(Date.now() + 7 * DAY_MS) };
  await db.datePoll.update({ where: { id: poll.id }, data: { ...opened, quorum: { A: 1, B: 1 } } });
  const links = new Map<string, string>();
  for (const { personId, sideId } of await db.seriesMember.findMany({ where: { series: { reference } } })) {
    const token = randomBytes(16).toString("base64url");
    const row = { pollId: poll.id, personId, sideId, tokenHash: hashToken(token) };
    const { person } = await db.pollInvitee.create({ data: row, include: { person: true } });
    links.set(person.name, `/answer/${token}`);
  }
  return (name) => links.get(name) ?? "";
}

async function actor(name: string) {
  const { identifyActor } = await import("#lib/people/usecases/identify-actor");
  const found = await ask<{ id: string }>("demo", "select id from people where name = $1", [name]);
  const identified = await identifyActor({ personId: found[0]?.id ?? "" });
  if (!identified) throw new Error(`nobody is called ${name}`);
  return identified;
}

/** The cell of the grid, or the choices of the list, of the slot with this number in time order. */
export const cell = (page: Page, number: number) => page.locator("[data-slot]").nth(number - 1);

/** The button of a cell that gives an answer. */
export const press = (page: Page, number: number, answer: "yes" | "if_need_be" | "no") =>
  cell(page, number).locator(`[data-value="${answer}"]`);
