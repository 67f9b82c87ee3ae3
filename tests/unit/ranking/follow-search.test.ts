import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { followSearch } from "#lib/ranking/usecases/follow-search";
import { isWorkerStopped } from "#lib/workers/worker-message";
import { noisyPoll } from "../../support/noisy-poll.ts";

/** Takes far longer than a test by nature. */
const HARD = noisyPoll({ slots: 500, people: 100, meetings: 5, reachOf: 4 });
const EASY = noisyPoll({ slots: 40, people: 20, meetings: 3 });

/** What a task starts in threads. */
async function threadsOf(work: () => Promise<unknown>): Promise<Worker[]> {
  const started: Worker[] = [];
  const note = (message: unknown) => {
    const { worker } = message as { worker: Worker };
    started.push(worker);
  };
  subscribe("worker_threads", note);
  try {
    await work();
  } finally {
    unsubscribe("worker_threads", note);
  }
  return started;
}

const givenUp = (error: unknown) => isWorkerStopped(error) && error.reason === "aborted";

it("ends the thread of a search that everybody who waits for it gives up", async () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const searching = Promise.withResolvers<void>();
  const both: Promise<unknown>[] = [];
  const threads = await threadsOf(async () => {
    both.push(
      followSearch("given up", HARD, { signal: first.signal, onProgress: () => searching.resolve() }),
    );
    both.push(followSearch("given up", HARD, { signal: second.signal }));
    await searching.promise;
  });
  expect(threads).toHaveLength(1); // both wait for the same one
  const [thread] = threads;
  if (!thread) return;

  first.abort();
  await expect(both[0]).rejects.toSatisfy(givenUp);
  expect(thread.threadId).toBeGreaterThan(0); // somebody still waits

  second.abort();
  await expect(both[1]).rejects.toSatisfy(givenUp);
  await expect.poll(() => thread.threadId).toBe(-1); // it has ended
});

it("ends a search that went on alone when who comes for it has given up already", async () => {
  const threads = await threadsOf(async () => {
    expect(await followSearch("too late", HARD, { waitMs: 20 })).toBeNull();
    const late = followSearch("too late", HARD, { signal: AbortSignal.abort() });
    await expect(late).rejects.toSatisfy(givenUp);
  });

  await expect.poll(() => threads.map(({ threadId }) => threadId)).toEqual([-1]);
});

it("goes on alone for who does not wait, and is joined by who asks for the same next", async () => {
  const stop = new AbortController();
  const threads = await threadsOf(async () => {
    expect(await followSearch("joined", HARD, { waitMs: 20 })).toBeNull();
    const shares: number[] = [];
    const joined = followSearch("joined", HARD, {
      signal: stop.signal,
      onProgress: (share) => shares.push(share) && stop.abort(),
    });
    await expect(joined).rejects.toSatisfy(givenUp);
    expect(shares[0]).toBeGreaterThanOrEqual(0);
  });

  expect(threads).toHaveLength(1);
});

it("keeps what it found, also when nobody waited any more", async () => {
  const middling = noisyPoll({ slots: 200, people: 200, meetings: 3 });
  expect(await followSearch("kept", middling, { waitMs: 1 })).toBeNull();
  const found = await followSearch("kept", middling, {});

  expect(found?.proof).toBe("optimal");
  expect(await followSearch("kept", HARD, {})).toBe(found); // told apart by the key alone: nothing is searched again
});

it("begins anew for who asks again after it was given up", async () => {
  const stop = new AbortController();
  const first = followSearch("again", EASY, { signal: stop.signal });
  stop.abort();
  await expect(first).rejects.toSatisfy(givenUp);

  expect((await followSearch("again", EASY, {}))?.proof).toBe("optimal");
});

it("does not begin for who gave up before", async () => {
  const threads = await threadsOf(() =>
    expect(followSearch("never", EASY, { signal: AbortSignal.abort() })).rejects.toSatisfy(givenUp),
  );

  expect(threads).toEqual([]);
});
