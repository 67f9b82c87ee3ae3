import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { openDatabase } from "#lib/db/embedded";
import { CHROMIUM_FLAGS, findChromium } from "../tests/support/chromium.ts";
import { type Product, removeData, startProduct } from "../tests/support/product.ts";
import { makePoll, type PollData } from "./poll-data.ts";

/** Starts the built product with data of its own, works with it, stops it and removes the data, whatever happens. */
export async function withProduct<T>(
  about: { readonly name: string; readonly demo?: boolean },
  work: (product: Product, data: string) => Promise<T>,
): Promise<T> {
  const data = `.data/bench-${about.name}`;
  await removeData(data);
  try {
    const product = await startProduct({ data, demo: about.demo ?? false });
    try {
      return await work(product, data);
    } finally {
      await product.stop();
    }
  } finally {
    await removeData(data);
  }
}

/** The product with a series whose poll everybody answered, and its database open to this process. */
export function withPoll<T>(
  about: { readonly name: string; readonly slots: number; readonly people: number; readonly noise?: boolean },
  work: (product: Product, poll: PollData) => Promise<T>,
): Promise<T> {
  return withProduct(about, async (product, data) => {
    process.env.LIAISE_DATA = data;
    process.env.DATABASE_URL = (await openDatabase()).url;
    const { db } = await import("#lib/db/client");
    try {
      return await work(product, await makePoll(about));
    } finally {
      await db.$disconnect();
    }
  });
}

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath && { executablePath }),
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const LONGEST_WAIT_MS = 120_000;

/** A page of a browser that was never here: nothing is cached. With a Cookie header of one cookie, signed in. */
export async function withPage<T>(
  browser: Browser,
  at: { readonly url: string; readonly cookie?: string },
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  try {
    const [name = "", value = ""] = at.cookie?.split("=") ?? [];
    if (name) await context.addCookies([{ name, value, url: at.url }]);
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** How slow the machine of a delegate may be. */
export const SLOW = { cpu: 4, bytesPerSecond: (9 * 1_000_000) / 8, latencyMs: 100 };

/** From here on the page has a processor four times slower, 9 Mbit/s and 100 ms. */
export async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  const { cpu: rate, bytesPerSecond, latencyMs: latency } = SLOW;
  await devtools.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond },
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Counts the bytes that come over the wire from here on, by kind as the browser names it (Document, Script). */
export async function countBytes(page: Page): Promise<ReadonlyMap<string, number>> {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  return bytes;
}
