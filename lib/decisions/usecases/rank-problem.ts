import { createHash } from "node:crypto";
import { AppError } from "#lib/kernel/errors";
import { once } from "#lib/kernel/once";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import type { Ranking } from "#lib/ranking/domain/ranking";
import { rankInThread } from "#lib/ranking/usecases/rank-in-thread";
import { isWorkerStopped } from "#lib/workers/worker-message";

/** A ranking, and the problem it is of. */
export type Ranked = { readonly key: string; readonly problem: SeriesProblem; readonly ranking: Ranking };

export type Patience = {
  readonly signal?: AbortSignal | undefined;
  /** Gets the share of the work that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

const MOST_KEPT = 32;
const kept = once("rankings", () => new Map<string, Ranking>());

/**
 * The best five series, worked out in a thread of its own. What was worked out lately is kept: putting forward what one
 * has just looked at costs nothing.
 *
 * @throws AppError `conflict` when it takes too long or too much memory, or the reader gave it up.
 */
export async function rankProblem(
  problem: SeriesProblem,
  { signal, onProgress }: Patience = {},
): Promise<Ranked> {
  const key = keyOf(problem);
  const known = kept.get(key);
  if (known) return { key, problem, ranking: known };
  try {
    const ranking = await rankInThread(problem, { signal, onProgress });
    keep(key, ranking);
    return { key, problem, ranking };
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

function keep(key: string, ranking: Ranking): void {
  kept.set(key, ranking);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
