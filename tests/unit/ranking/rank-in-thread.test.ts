import fc from "fast-check";
import { expect, it } from "vitest";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { checkDecided } from "#lib/ranking/domain/check-decided";
import { estimateLikelihood } from "#lib/ranking/domain/likelihood";
import { checkDecidedInThread } from "#lib/ranking/usecases/check-decided-in-thread";
import { estimateLikelihoodInThread } from "#lib/ranking/usecases/estimate-likelihood-in-thread";
import { rankInThread } from "#lib/ranking/usecases/rank-in-thread";
import { problems } from "./problems.ts";

const rank = (problem: Parameters<typeof rankSeries>[0]) => rankSeries(problem, { clock: () => 0 });
const [problem] = fc
  .sample(problems, { numRuns: 100, seed: 7 })
  .filter((candidate) => rank(candidate).best.length === 5);
if (!problem) throw new Error("no problem");

it("finds in a thread what it finds without one", async () => {
  const { elapsedMs: _, ...here } = rank(problem);

  expect(await rankInThread(problem)).toMatchObject(here);
});

it("tells in a thread what is decided and what is likely", async () => {
  expect(await checkDecidedInThread(problem)).toEqual(checkDecided(problem, { clock: () => 0 }));
  expect(await estimateLikelihoodInThread(problem)).toEqual(estimateLikelihood(problem));
});

it("can be given up", async () => {
  const giving = new AbortController();
  const working = rankInThread(problem, { signal: giving.signal });
  giving.abort();

  await expect(working).rejects.toMatchObject({ name: "WorkerStopped", reason: "aborted" });
});
