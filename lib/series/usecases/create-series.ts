import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { AppError, invariant } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import { findOrInvitePerson } from "#lib/people/usecases/find-or-invite-person";
import { type KnownGroup, mayProposeSeries, requireGroupsFit } from "#lib/series/domain/proposal";
import { makeReference } from "#lib/series/domain/reference";
import type { ProposeSeriesInput } from "#lib/series/schema";
import { listFamilyIds, listKnownGroups } from "#lib/series/store/groups";
import { insertSeries, listReferences, type NewSeries } from "#lib/series/store/series";

/**
 * Like `proposeSeries`, in the transaction of a use case that does more than that, such as linking a letter.
 *
 * @throws AppError `invalid` when a group is unknown or in the wrong place, `forbidden` when the person leads none.
 */
export async function createSeries(
  db: Db,
  actor: Actor,
  { input, now }: { readonly input: ProposeSeriesInput; readonly now: Date },
): Promise<{ readonly id: string; readonly reference: string }> {
  const groups = await knownGroups(db, input, now);
  const sideIds = input.sides.map((side) => idOf(groups, side.group));
  if (!mayProposeSeries(actor, await listFamilyIds(db, sideIds))) {
    throw new AppError("forbidden", "series.refusal.propose");
  }
  const names = input.sides.map((side) => side.group);
  const taken = await listReferences(db, makeReference(names, input.title, []));
  const reference = makeReference(names, input.title, taken);
  const sides = await namedSides(db, actor, { input, groups });
  const { sides: _sides, letterId, ...facts } = input;
  const targetGroupId = input.target.group ? idOf(groups, input.target.group) : null;
  const id = await insertSeries(db, { reference, facts, targetGroupId, sides, createdById: actor.id }, now);
  await recordAct(db, actor, {
    ...{ action: "seriesPropose", subjectType: "series", subjectId: id, seriesId: id },
    after: { ...facts, sides: input.sides.map(withoutAddress), ...(letterId ? { letterId } : {}) },
  });
  return { id, reference };
}

async function knownGroups(db: Db, input: ProposeSeriesInput, now: Date): Promise<KnownGroup[]> {
  const named = input.sides.flatMap((side) => [side.group, ...side.questions]);
  const references = input.target.group ? [...named, input.target.group] : named;
  const groups = await listKnownGroups(db, references, dayIn(now, GENEVA));
  requireGroupsFit(input, groups);
  return groups;
}

async function namedSides(
  db: Db,
  actor: Actor,
  { input, groups }: { readonly input: ProposeSeriesInput; readonly groups: readonly KnownGroup[] },
): Promise<NewSeries["sides"]> {
  const sides: NewSeries["sides"][number][] = [];
  for (const { group, questions, coChair } of input.sides) {
    sides.push({
      groupId: idOf(groups, group),
      questionIds: [...new Set(questions)].map((question) => idOf(groups, question)),
      coChair: coChair && {
        personId: await findOrInvitePerson(db, actor, coChair),
        office: coChair.office,
      },
    });
  }
  return sides;
}

function idOf(groups: readonly KnownGroup[], reference: string): string {
  const group = groups.find((known) => known.reference === reference);
  invariant(group !== undefined, `${reference} was checked`);
  return group.id;
}

const withoutAddress = ({ group, questions, coChair }: ProposeSeriesInput["sides"][number]) => ({
  ...{ group, questions },
  coChair: coChair && { name: coChair.name, office: coChair.office },
});
