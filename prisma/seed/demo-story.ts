import { invariant } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { identifyActor } from "#lib/people/usecases/identify-actor";
import { CAST } from "./cast.ts";

/** The two sides of the demonstration, by Study Group. */
export const SIDES = {
  SG2: { question: "Q1/2", coChair: "Philippa Marsh", office: "WP1/2 Chair", chair: "Ingrid Solberg" },
  SG20: { question: "Q6/20", coChair: "Han Seojun", office: "WP2/20 Chair", chair: "Khalid Al Mansoori" },
} as const;

export type SideName = keyof typeof SIDES;

/** Lets people of the cast act at an instant, with the rights they hold then. */
export type Stage = {
  readonly ids: ReadonlyMap<string, string>;
  as(name: string, now: Date): Promise<Actor>;
};

export function makeStage(ids: ReadonlyMap<string, string>): Stage {
  return {
    ids,
    as: async (name, now) => {
      const id = ids.get(name);
      const actor = id === undefined ? null : await identifyActor({ personId: id }, now);
      invariant(actor !== null, `${name} is of the cast`);
      return actor;
    },
  };
}

/** Ids of the people who take part for a side, besides its co-chair. */
export function participantsOf(stage: Stage, side: SideName): string[] {
  const groups: readonly string[] = [SIDES[side].question];
  return CAST.filter(({ group }) => groups.includes(group)).flatMap(({ name }) => stage.ids.get(name) ?? []);
}
