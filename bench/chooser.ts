import { countBits } from "#lib/ranking/domain/measure";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { layOut } from "#lib/ranking/domain/slot-table";
import { rankInThread } from "#lib/ranking/usecases/rank-in-thread";
import { noisyPoll } from "../tests/support/noisy-poll.ts";
import { type Figure, figure, type Measure } from "./figure.ts";

const RUNS = 3;

/** How long the choice of a series takes, on answers that are uniform noise: nothing can be guessed from them. */
export const chooser: Measure = {
  name: "chooser",
  async run() {
    const large = noisyPoll({ slots: 500, people: 1_000, meetings: 3 });
    const small = noisyPoll({ slots: 100, people: 200, meetings: 3 });
    const five = noisyPoll({ slots: 100, people: 200, meetings: 5 });
    const fiveLarge = noisyPoll({ slots: 100, people: 1_000, meetings: 5 });
    return [
      timed(large, { name: "chooser.500x1000x3", target: "<= 1000" }),
      await inThread(large, { name: "chooser.500x1000x3.in-thread", target: "<= 1000" }),
      timed(small, { name: "chooser.100x200x3", target: "<= 50" }),
      timed(five, { name: "chooser.100x200x5", target: "<= 5000" }),
      timed(fiveLarge, { name: "chooser.100x1000x5", target: "<= 5000" }),
      timed(
        { ...large, order: ["worstZone", "reach", "attendance"] },
        { name: "chooser.500x1000x3.worst-zone-first" },
      ),
      yardstick(large),
    ];
  },
};

type Named = { readonly name: string; readonly target?: string };

function timed(problem: SeriesProblem, named: Named): Figure {
  const found = Array.from({ length: RUNS }, () => rankSeries(problem, { clock: () => performance.now() }));
  const proof = found.every((ranking) => ranking.proof === "optimal") ? "proven optimal" : "not proven";
  return figure(
    { ...named, unit: "ms", note: proof },
    found.map(({ elapsedMs }) => elapsedMs),
  );
}

async function inThread(problem: SeriesProblem, named: Named): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    await rankInThread(problem);
    times.push(performance.now() - began);
  }
  return figure(
    { ...named, unit: "ms", note: "as a page waits for it, with the start of the thread" },
    times,
  );
}

/** What the same costs without giving anything up and without an instruction that counts bits. */
function yardstick(problem: SeriesProblem): Figure {
  const table = layOut(problem);
  const { words, able, slots } = table;
  const share = 20;
  let most = 0;
  const began = performance.now();
  for (let a = 0; a < slots.length; a += share)
    for (let b = 0; b < slots.length; b += 1)
      for (let c = b + 1; c < slots.length; c += 1) most = Math.max(most, reach(able, words, [a, b, c]));
  // Every series of three is met three times, once with each of its meetings as `a`.
  const value = ((performance.now() - began) * share) / 3;
  const note = `every series tried in plain JavaScript, from one in ${share}; reach at most ${most}`;
  return figure({ name: "chooser.500x1000x3.exhaustive", unit: "ms", note }, [value]);
}

function reach(able: Uint32Array, words: number, series: readonly number[]): number {
  const [a = 0, b = 0, c = 0] = series;
  let count = 0;
  for (let word = 0; word < words; word += 1) {
    const first = able[a * words + word] ?? 0;
    const second = able[b * words + word] ?? 0;
    const third = able[c * words + word] ?? 0;
    count += countBits((first & second) | (first & third) | (second & third));
  }
  return count;
}
