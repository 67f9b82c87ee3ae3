import { createHash } from "node:crypto";
import { AppError } from "#lib/kernel/errors";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import type { Ranking } from "#lib/ranking/domain/ranking";
import { followSearch, type Patience } from "#lib/ranking/usecases/follow-search";
import { isWorkerStopped } from "#lib/workers/worker-message";

/** A ranking, and the problem it is of. */
export type Ranked = { readonly key: string; readonly problem: SeriesProblem; readonly ranking: Ranking };

/**
 * The best five series, worked out in a thread of its own. What was worked out lately is kept: putting forward what one
 * has just looked at costs nothing.
 *
 * @throws AppError `conflict` when it takes too long or too much memory.
 */
export async function rankProblem(problem: SeriesProblem): Promise<Ranked> {
  const ranked = await rankWithPatience(problem, {});
  if (!ranked) throw new Error("a search without a limit to wait ended without a ranking");
  return ranked;
}

/**
 * The same for a reader who waits: null when it is not there within `waitMs`. The search then goes on for a while, and who
 * asks again joins it.
 *
 * @throws AppError `conflict` when it takes too long or too much memory, or the reader gave it up.
 */
export async function rankWithPatience(problem: SeriesProblem, patience: Patience): Promise<Ranked | null> {
  const key = keyOf(problem);
  try {
    const ranking = await followSearch(key, problem, patience);
    return ranking && { key, problem, ranking };
  } catch (error) {
    if (!isWorkerStopped(error)) throw error;
    const gaveUp = error.reason === "aborted";
    throw new AppError("conflict", gaveUp ? "decisions.refusal.givenUp" : "decisions.refusal.tooHard");
  }
}

/** Tells one problem from another: equal exactly when all that a ranking depends on is. */
export function keyOf(problem: SeriesProblem): string {
  const people = problem.people.map((person) => ({
    ...person,
    answers:
      person.answers instanceof Uint8Array ? Buffer.from(person.answers).toString("base64") : person.answers,
  }));
  return createHash("sha256")
    .update(JSON.stringify({ ...problem, people }))
    .digest("base64url");
}
