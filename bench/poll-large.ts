import type { Browser, Page } from "@playwright/test";
import type { Product } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";
import type { PollData } from "./poll-data.ts";
import { EMPTY_PAGE, LINES, longestPress, scrollThrough, untilPainted } from "./seen-in-browser.ts";
import { SLOW, slowDown, withBrowser, withPage, withPoll } from "./with-product.ts";

const [SLOTS, PEOPLE, RUNS] = [200, 1_000, 3];

/** A poll of 200 slots and 1,000 people in a browser with a slow processor and a slow network. */
export const pollLarge: Measure = {
  name: "poll-large",
  run: () =>
    withPoll({ name: "poll-large", slots: SLOTS, people: PEOPLE }, (product, poll) =>
      withBrowser((browser) => measure(browser, product, poll)),
    ),
};

/** What one run saw: seconds, milliseconds and dropped frames, each beside its yardstick. */
type Seen = Readonly<
  Record<
    "empty" | "totals" | "matrix" | "press" | "plainPress" | "dropped" | "plainDropped" | "frame",
    number
  >
>;

async function measure(browser: Browser, product: Product, poll: PollData): Promise<Figure[]> {
  const runs: Seen[] = [];
  await lookOnce(browser, product, poll); // warms the server
  for (let run = 0; run < RUNS; run += 1) runs.push(await lookOnce(browser, product, poll));
  return figures(runs);
}

async function lookOnce(browser: Browser, { url }: Product, poll: PollData): Promise<Seen> {
  const here = `${url}/series/${poll.reference}/dates`;
  const sheet = `${url}/answer/${poll.invitees[0]?.token ?? ""}`;
  const look = <T>(work: (page: Page) => Promise<T>) =>
    withPage(browser, { url, cookie: poll.cookie }, async (page) => {
      await slowDown(page);
      return work(page);
    });
  const empty = await look((page) => untilPainted(page, `${url}${EMPTY_PAGE}`, "h1"));
  const totals = await look((page) => untilPainted(page, here, ".totals tbody tr"));
  const [matrix, scrolled] = await look(async (page) => [
    await untilPainted(page, `${here}/matrix`, "[role=grid]"),
    await scrollThrough(page, "[role=grid]"),
  ]);
  const press = await look(async (page) => {
    await page.goto(sheet, { waitUntil: "networkidle" });
    await page.getByRole("grid").waitFor();
    return longestPress(page, "[data-slot] [data-value='no']");
  });
  const [plainScroll, plainPress] = await look(async (page) => {
    await page.setContent(LINES);
    return [await scrollThrough(page, "#lines"), await longestPress(page, "#lines label")];
  });
  return {
    ...{ empty, totals, matrix, press, plainPress },
    ...{ dropped: scrolled.dropped, plainDropped: plainScroll.dropped, frame: scrolled.longest },
  };
}

function figures(runs: readonly Seen[]): Figure[] {
  const { cpu } = SLOW;
  const note = `${SLOTS} slots, ${PEOPLE} people; empty cache, ${cpu} times slower processor, 9 Mbit/s, 100 ms`;
  const of = (name: keyof Seen) => runs.map((run) => run[name]);
  const frames = "frames left out of 120 that scroll the matrix down and across";
  return [
    figure({ name: "poll-large.totals", unit: "s", target: "<= 1.5", note }, of("totals")),
    figure({ name: "poll-large.matrix", unit: "s", target: "<= 3" }, of("matrix")),
    figure(
      { name: "poll-large.page-alone", unit: "s", note: `${EMPTY_PAGE} of the same server` },
      of("empty"),
    ),
    figure(
      { name: "poll-large.answer", unit: "ms", target: "<= 100", note: "longest press to paint of 20" },
      of("press"),
    ),
    figure(
      { name: "poll-large.answer-alone", unit: "ms", note: "the same on a page of bare boxes" },
      of("plainPress"),
    ),
    figure({ name: "poll-large.dropped", unit: "frames", target: "<= 0", note: frames }, of("dropped")),
    figure(
      { name: "poll-large.dropped-alone", unit: "frames", note: "a page of plain lines" },
      of("plainDropped"),
    ),
    figure({ name: "poll-large.frame", unit: "ms", note: "longest time between two frames" }, of("frame")),
  ];
}
