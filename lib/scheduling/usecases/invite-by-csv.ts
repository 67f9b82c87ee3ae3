import { createHash } from "node:crypto";
import { recordAct } from "#lib/audit/record";
import { db as whole, type Db, transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { findOrInvitePerson } from "#lib/people/usecases/find-or-invite-person";
import { type InvitationPlan, planInvitations } from "#lib/scheduling/domain/invitation-plan";
import type { Asked } from "#lib/scheduling/domain/opening";
import { requireMayInvite, requireTakesPeople } from "#lib/scheduling/domain/policy";
import type { Poll } from "#lib/scheduling/domain/poll";
import { listAddresses, listInvitees } from "#lib/scheduling/store/invitees";
import { holdPoll } from "#lib/scheduling/store/polls";
import type { Series } from "#lib/series/domain/series";
import { askPeople } from "./ask-people.ts";
import { findPollFor } from "./find-poll-for.ts";
import { readInvitationLines } from "./read-invitation-lines.ts";

/** What a list would do, and a fingerprint of it: inviting is promised for exactly this. */
export type InvitationPreview = InvitationPlan & { readonly fingerprint: string };

type Input = { readonly reference: string; readonly csv: string };

/**
 * What this CSV list of people would do to the poll now, or the errors by line. Stores nothing.
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, `conflict` when the poll is closed.
 */
export async function previewCsv(actor: Actor, input: Input, now = new Date()): Promise<InvitationPreview> {
  return (await plan(whole, actor, { ...input, now })).preview;
}

/**
 * Puts the people of a CSV list on the poll, all of them or nobody, and gives how many are new. What is stored of a
 * known person stays as that person set it.
 *
 * @throws AppError as `previewCsv`; `invalid` when a line is wrong or nobody is new; `conflict` when it would no
 *   longer do what the preview with this fingerprint showed.
 */
export async function inviteByCsv(
  actor: Actor,
  input: Input & { readonly fingerprint: string },
  now = new Date(),
): Promise<number> {
  return transaction(async (db) => {
    const { preview, series, poll } = await plan(db, actor, { ...input, now });
    await holdPoll(db, poll.id);
    if (preview.errors.length > 0) throw new AppError("invalid", "scheduling.inviting.csv.hasErrors");
    if (preview.fingerprint !== input.fingerprint)
      throw new AppError("conflict", "scheduling.inviting.csv.changed");
    if (preview.added.length === 0) throw new AppError("invalid", "scheduling.inviting.refusal.nobodyNew");
    const guests: Asked[] = [];
    for (const { name, email, entity, country, zone, sideId } of preview.added) {
      const person = { name, email, entity, country, timeZone: zone };
      guests.push({ personId: await findOrInvitePerson(db, actor, person), sideId });
    }
    const people = await askPeople(db, { series, poll, actor, now }, guests);
    await recordAct(db, actor, {
      ...{ action: "pollInvite", subjectType: "poll", subjectId: poll.id, seriesId: series.id },
      after: { people, method: "csv" },
    });
    return people;
  });
}

async function plan(
  db: Db,
  actor: Actor,
  { reference, csv, now }: Input & { readonly now: Date },
): Promise<{ preview: InvitationPreview; series: Series; poll: Poll }> {
  const { series, poll } = await findPollFor(db, actor, { key: { reference }, right: requireMayInvite, now });
  requireTakesPeople(poll, now);
  const { lines, errors } = readInvitationLines(csv);
  const planned = planInvitations(lines, series.sides, await sidesByAddress(db, poll.id));
  const all = [...errors, ...planned.errors].sort((a, b) => a.line - b.line);
  const fingerprint = createHash("sha256").update(JSON.stringify(planned.added)).digest("hex");
  return { preview: { ...planned, errors: all, fingerprint }, series, poll };
}

async function sidesByAddress(db: Db, pollId: string): Promise<ReadonlyMap<string, string>> {
  const invitees = await listInvitees(db, pollId);
  const addresses = await listAddresses(
    db,
    invitees.map(({ personId }) => personId),
  );
  const email = new Map(addresses.map((person) => [person.id, person.email]));
  return new Map(invitees.map(({ personId, sideId }) => [email.get(personId) ?? "", sideId]));
}
