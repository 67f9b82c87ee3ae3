import type { Product } from "../tests/support/product.ts";
import { figure, type Figure, type Measure, median, quantile } from "./figure.ts";
import { load, type Load } from "./load.ts";
import type { PollData } from "./poll-data.ts";
import { withPoll } from "./with-product.ts";

const RUNS = 3;
const RUN = { seconds: 6, connections: 10 };

/** The dates page of a series with 40 slots and 200 people's answers, and a file of the same server to compare with. */
export const pollPage: Measure = {
  name: "poll-page",
  run: () => withPoll({ name: "poll-page", slots: 40, people: 200 }, measure),
};

async function measure(product: Product, { reference, cookie }: PollData): Promise<Figure[]> {
  const pid = product.process.pid ?? 0;
  const page = { url: `${product.url}/series/${reference}/dates`, cookie, pid };
  const html = await (await fetch(page.url, { headers: { cookie } })).text();
  const file = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0];
  if (!file) throw new Error("the page names no script");
  await load(page, { seconds: 4, connections: 10 }); // warm
  const [pages, files]: [Load[], Load[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    pages.push(await load(page, RUN));
    files.push(await load({ url: `${product.url}${file}`, pid }, RUN));
  }
  return figures(pages, files);
}

function figures(pages: Load[], files: Load[]): Figure[] {
  const cpu = (loads: Load[]) => loads.map(({ cpuMs }) => cpuMs ?? Number.NaN);
  const note = "40 slots, 200 people, 10 connections; load and server share the machine";
  return [
    figure(
      { name: "poll-page.rate", unit: "pages/s", target: ">= 160", note },
      pages.map(({ perSecond }) => perSecond),
    ),
    figure(
      { name: "poll-page.p50", unit: "ms" },
      pages.map(({ latencies }) => median(latencies)),
    ),
    figure(
      { name: "poll-page.p99", unit: "ms", target: "<= 150" },
      pages.map(({ latencies }) => quantile(latencies, 0.99)),
    ),
    figure({ name: "poll-page.cpu", unit: "CPU-ms/page" }, cpu(pages)),
    figure(
      { name: "poll-page.html", unit: "kB compressed", target: "<= 20" },
      pages.map(({ bytes }) => bytes / 1_000),
    ),
    figure(
      { name: "poll-page.static-rate", unit: "answers/s", note: "a script of the same server" },
      files.map(({ perSecond }) => perSecond),
    ),
    figure(
      { name: "poll-page.static-p99", unit: "ms" },
      files.map(({ latencies }) => quantile(latencies, 0.99)),
    ),
    figure({ name: "poll-page.static-cpu", unit: "CPU-ms/answer" }, cpu(files)),
  ];
}
