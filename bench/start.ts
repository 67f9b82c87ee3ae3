import { type Product, removeData, startProduct } from "../tests/support/product.ts";
import { figure, type Measure } from "./figure.ts";

const DATA = ".data/bench-start";
const RUNS = 3;

/** Seconds from the start of the built product to its first page. */
export const start: Measure = {
  name: "start",
  async run() {
    const seconds: Record<"cold" | "second" | "demoCold" | "demoSecond", number[]> = {
      ...{ cold: [], second: [], demoCold: [], demoSecond: [] },
    };
    for (let run = 0; run < RUNS; run += 1) {
      for (const demo of [false, true]) {
        await removeData(DATA);
        seconds[demo ? "demoCold" : "cold"].push(await secondsToFirstPage(demo));
        seconds[demo ? "demoSecond" : "second"].push(await secondsToFirstPage(demo));
      }
    }
    await removeData(DATA);
    const about = { unit: "s", target: "<= 3" };
    return [
      figure({ ...about, name: "start.cold", note: "empty data folder, embedded PostgreSQL" }, seconds.cold),
      figure({ ...about, name: "start.second" }, seconds.second),
      figure(
        { unit: "s", name: "start.demo-cold", note: "with the demonstration written" },
        seconds.demoCold,
      ),
      figure({ ...about, name: "start.demo-second" }, seconds.demoSecond),
    ];
  },
};

async function secondsToFirstPage(demo: boolean): Promise<number> {
  const began = performance.now();
  const product: Product = await startProduct({ data: DATA, demo });
  const answer = await fetch(`${product.url}/sign-in`);
  await answer.text();
  const seconds = (performance.now() - began) / 1_000;
  await product.stop();
  if (!answer.ok) throw new Error(`the first page answered ${answer.status}`);
  return seconds;
}
