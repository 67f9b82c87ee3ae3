import { type CDPSession, chromium, type Page } from "@playwright/test";
import { openDatabase } from "#lib/db/embedded";
import { CHROMIUM_FLAGS, findChromium } from "../tests/support/chromium.ts";
import { removeData, startProduct } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";
import { makePoll } from "./poll-data.ts";

const DATA = ".data/bench-answer";
const SLOWER = 4;
const PRESSES = 20;

/** The answer sheet of a personal link: its weight with 40 slots, and how soon a press shows with 200 on a slow machine. */
export const answerSheet: Measure = {
  name: "answer-sheet",
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
      const open = async (slots: number) => {
        const { invitees } = await makePoll({ slots, people: 4 });
        const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
        return { page, url: `${product.url}/answer/${invitees[0]?.token ?? ""}` };
      };
      return [...(await weigh(await open(40))), ...(await pressing(await open(200)))];
    } finally {
      await browser.close();
      const { db } = await import("#lib/db/client");
      await db.$disconnect();
      await product.stop();
      await removeData(DATA);
    }
  },
};

type Opened = { readonly page: Page; readonly url: string };

async function weigh({ page, url }: Opened): Promise<Figure[]> {
  const session = await page.context().newCDPSession(page);
  const bytes = await countBytes(session, () => page.goto(url, { waitUntil: "networkidle" }));
  const kB = (kind: string) => [(bytes.get(kind) ?? 0) / 1_000];
  return [
    figure(
      { name: "answer-sheet.html", unit: "kB compressed", target: "<= 20", note: "40 slots" },
      kB("Document"),
    ),
    figure({ name: "answer-sheet.script", unit: "kB compressed", target: "<= 180" }, kB("Script")),
  ];
}

async function countBytes(session: CDPSession, load: () => Promise<unknown>): Promise<Map<string, number>> {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await load();
  return bytes;
}

/** From a press to the next paint that shows it, as the browser itself reports it. */
async function pressing({ page, url }: Opened): Promise<Figure[]> {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("grid").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    }).observe({ type: "event", ...{ durationThreshold: 16 } }); // the field is missing in TypeScript's types
  });
  const buttons = page.locator("[data-slot] [data-value='no']");
  for (let number = 0; number < PRESSES; number += 1) await buttons.nth(number).click();
  await page.getByRole("group", { name: /no answer yet/ }).waitFor();
  const longest = await page.evaluate(() => {
    const { durations } = window as unknown as { durations: number[] };
    return Math.max(0, ...durations);
  });
  const note = `longest of ${PRESSES} presses among 200 slots, ${SLOWER} times slower processor`;
  return [figure({ name: "answer-sheet.press", unit: "ms", target: "<= 100", note }, [longest])];
}
