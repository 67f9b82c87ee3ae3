import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { openDatabase } from "#lib/db/embedded";
import { CHROMIUM_FLAGS, findChromium } from "../tests/support/chromium.ts";
import { removeData, startProduct } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";
import { makePoll, type PollData } from "./poll-data.ts";

const DATA = ".data/bench-large";
const RUNS = 3;
const SLOW = { cpu: 4, bytesPerSecond: (9 * 1_000_000) / 8, latencyMs: 100 };
const FRAMES = 120;

/** A poll of 200 slots and 1,000 people in a browser with a slow processor and a slow network. */
export const pollLarge: Measure = {
  name: "poll-large",
  async run() {
    await removeData(DATA);
    const product = await startProduct({ data: DATA });
    const executablePath = findChromium();
    const browser = await chromium.launch({
      args: CHROMIUM_FLAGS,
      ...(executablePath && { executablePath }),
    });
    try {
      process.env.LIAISE_DATA = DATA;
      process.env.DATABASE_URL = (await openDatabase()).url;
      const poll = await makePoll({ slots: 200, people: 1_000 });
      return await measure(browser, product.url, poll);
    } finally {
      await browser.close();
      const { db } = await import("#lib/db/client");
      await db.$disconnect();
      await product.stop();
      await removeData(DATA);
    }
  },
};

type Seen = { totals: number; matrix: number; dropped: number; frame: number };

async function measure(browser: Browser, url: string, poll: PollData): Promise<Figure[]> {
  const here = `${url}/series/${poll.reference}/dates`;
  const runs: Seen[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const totals = await inBrowser(browser, poll, (page) => untilShown(page, here, ".totals tbody tr"));
    const [matrix, scroll] = await inBrowser(browser, poll, async (page) => [
      await untilShown(page, `${here}/matrix`, "[role=grid]"),
      await scrollThrough(page),
    ]);
    if (run > 0) runs.push({ totals, matrix, ...scroll }); // the first warms the server
  }
  const note = "200 slots, 1,000 people; empty cache, 4 times slower processor, 9 Mbit/s, 100 ms";
  const values = (name: keyof Seen) => runs.map((run) => run[name]);
  return [
    figure({ name: "poll-large.totals", unit: "s", target: "<= 1.5", note }, values("totals")),
    figure({ name: "poll-large.matrix", unit: "s", target: "<= 3" }, values("matrix")),
    figure(
      {
        name: "poll-large.dropped",
        unit: "frames",
        target: "<= 0",
        note: `of ${FRAMES} while scrolling the matrix`,
      },
      values("dropped"),
    ),
    figure({ name: "poll-large.frame", unit: "ms", note: "longest time between two" }, values("frame")),
  ];
}

async function inBrowser<T>(browser: Browser, poll: PollData, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = "", value = ""] = poll.cookie.split("=");
  await context.addCookies([{ name, value, domain: "localhost", path: "/" }]);
  try {
    const page = await context.newPage();
    await slowDown(context, page);
    return await work(page);
  } finally {
    await context.close();
  }
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const { bytesPerSecond, latencyMs } = SLOW;
  await devtools.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: latencyMs },
    ...{ downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW.cpu });
}

/** Seconds from the navigation until something with this selector has been painted. */
async function untilShown(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((looked: string) => {
    const look = () => {
      const seconds = performance.now() / 1_000;
      if (document.querySelector(looked))
        requestAnimationFrame(() => Object.assign(window, { shownAfter: seconds }));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(url);
  const shown = await page.waitForFunction(() => (window as { shownAfter?: number }).shownAfter ?? null);
  return Number(await shown.jsonValue());
}

/** Scrolls the matrix a little with each frame, down and across: frames left out, and the longest gap. */
async function scrollThrough(page: Page): Promise<{ dropped: number; frame: number }> {
  await page.waitForTimeout(2_000); // what else loads has loaded
  return page.evaluate(
    (frames) =>
      new Promise<{ dropped: number; frame: number }>((resolve) => {
        const grid = document.querySelector("[role=grid]");
        const times: number[] = [];
        const step = (time: number) => {
          times.push(time);
          if (grid) grid.scrollTop += 97;
          if (grid) grid.scrollLeft += 31;
          if (times.length <= frames) requestAnimationFrame(step);
          else {
            const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
            const dropped = gaps.reduce(
              (sum, gap) => sum + Math.max(0, Math.round(gap / (1_000 / 60)) - 1),
              0,
            );
            resolve({ dropped, frame: Math.max(...gaps) });
          }
        };
        requestAnimationFrame(step);
      }),
    FRAMES,
  );
}
