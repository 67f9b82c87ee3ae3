import { once } from "#lib/kernel/once";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import type { Ranking } from "#lib/ranking/domain/ranking";
import { WorkerStopped } from "#lib/workers/worker-message";
import { rankInThread } from "./rank-in-thread.ts";

/** How somebody waits for a search. */
export type Patience = {
  /** Gives it up. */
  readonly signal?: AbortSignal | undefined;
  /** Gets the share of the work that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Waits for so long only; then the search goes on alone for a while, for whoever asks for the same next. */
  readonly waitMs?: number | undefined;
};

type Follower = Pick<Patience, "onProgress">;

type Search = {
  readonly result: Promise<Ranking>;
  readonly stop: AbortController;
  readonly followers: Set<Follower>;
  share: number;
  isDone: boolean;
  /** Ends it when nobody has followed for a while. */
  end?: NodeJS.Timeout;
};

const MOST_KEPT = 32;
/** A page that was sent without ranks asks for them from the browser, also over a slow network. */
const LINGER_MS = 8_000;

const searches = once("ranking.searches", () => new Map<string, Search>());

/**
 * The best series of the problem that this key stands for. What was found lately is kept. Who asks for a search that is
 * under way joins it and hears how far it came; its thread ends when the last of those who wait gives it up.
 *
 * @returns null when it is not there within `waitMs`.
 * @throws WorkerStopped when it was given up, or took far too long.
 */
export async function followSearch(
  key: string,
  problem: SeriesProblem,
  patience: Patience,
): Promise<Ranking | null> {
  const { signal, onProgress } = patience;
  const known = searches.get(key);
  if (signal?.aborted) {
    if (known) leave(known, true); // given up before this was asked, while it went on alone
    throw new WorkerStopped("aborted");
  }
  const search = known ?? begin(key, problem);
  const follower: Follower = { onProgress };
  clearTimeout(search.end);
  search.followers.add(follower);
  if (!search.isDone) onProgress?.(search.share);
  try {
    return await beforeLeaving(search.result, patience);
  } finally {
    search.followers.delete(follower);
    leave(search, signal?.aborted === true);
  }
}

/** The result; null when the time to wait is over before. @throws WorkerStopped when it is given up before. */
async function beforeLeaving<T>(result: Promise<T>, { signal, waitMs }: Patience): Promise<T | null> {
  const leaving = Promise.withResolvers<null>();
  const giveUp = () => leaving.reject(new WorkerStopped("aborted"));
  const timer = waitMs === undefined ? undefined : setTimeout(leaving.resolve, waitMs, null);
  signal?.addEventListener("abort", giveUp);
  if (signal?.aborted) giveUp(); // by who heard how far it came
  try {
    return await Promise.race([result, leaving.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", giveUp);
  }
}

function begin(key: string, problem: SeriesProblem): Search {
  const stop = new AbortController();
  const onProgress = (share: number) => {
    search.share = share;
    for (const follower of search.followers) follower.onProgress?.(share);
  };
  const result = rankInThread(problem, { signal: stop.signal, onProgress });
  const search: Search = { ...{ result, stop, share: 0, isDone: false }, followers: new Set() };
  const settle = () => {
    search.isDone = true;
    clearTimeout(search.end);
  };
  const forget = () => {
    settle();
    if (searches.get(key) === search) searches.delete(key);
  };
  stop.signal.addEventListener("abort", forget); // at once: who asks again meanwhile begins anew
  result.then(settle, forget);
  searches.set(key, search);
  const [oldest] = searches.keys();
  if (searches.size > MOST_KEPT && oldest !== undefined) searches.delete(oldest);
  return search;
}

/** Ends a search that nobody follows any more: at once when it was given up. */
function leave(search: Search, wasGivenUp: boolean): void {
  if (search.isDone || search.followers.size > 0) return;
  if (wasGivenUp) search.stop.abort();
  else search.end = setTimeout(() => search.stop.abort(), LINGER_MS).unref();
}
