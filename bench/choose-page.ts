import type { Browser, Page } from "@playwright/test";
import { hashToken, newToken } from "#lib/secrets/token";
import type { Product } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";
import type { PollData } from "./poll-data.ts";
import { countBytes, withBrowser, withPage, withPoll } from "./with-product.ts";

const [SLOTS, PEOPLE] = [500, 1_000];
/** Aims that nothing was ranked by before, so that each is searched for. */
const GAPS = [9, 10, 11];

/** The chooser of a closed poll of 500 slots and 1,000 people: what its page brings, and how long new ranks take. */
export const choosePage: Measure = {
  name: "choose-page",
  run: () =>
    withPoll({ name: "choose-page", slots: SLOTS, people: PEOPLE, noise: true }, (product, poll) =>
      withBrowser(async (browser) => measure(browser, product, { ...poll, cookie: await closeAsCoChair() })),
    ),
};

/** Closes the poll, and gives the Cookie header of a co-chair who may choose now. */
async function closeAsCoChair(): Promise<string> {
  const { db } = await import("#lib/db/client");
  await db.datePoll.updateMany({ data: { closesAt: new Date() } });
  const { personId } = await db.seriesMember.findFirstOrThrow({ where: { role: "co_chair" } });
  const token = newToken();
  const expires = new Date(Date.now() + 86_400_000);
  await db.session.create({ data: { tokenHash: hashToken(token), personId, expires } });
  return `authjs.session-token=${token}`;
}

async function measure(browser: Browser, { url }: Product, poll: PollData): Promise<Figure[]> {
  const choose = `${url}/series/${poll.reference}/dates/choose`;
  const look = <T>(work: (page: Page) => Promise<T>) => withPage(browser, { url, cookie: poll.cookie }, work);
  await look((page) => page.goto(`${url}/series/${poll.reference}/dates`)); // warms the server
  const first = await look(async (page) => {
    await page.goto(choose, { waitUntil: "commit" });
    const html = await page.evaluate(() => performance.now());
    await page.locator("article").first().waitFor();
    return { html, ranks: await page.evaluate(() => performance.now()) };
  });
  const bytes = await look(async (page) => {
    const counted = await countBytes(page);
    await page.goto(choose, { waitUntil: "networkidle" });
    await page.locator("article").first().waitFor();
    return counted;
  });
  const moves = await look(async (page) => {
    await page.goto(choose, { waitUntil: "networkidle" });
    const times: number[] = [];
    for (const gap of GAPS) times.push(await untilRankedAnew(page, gap));
    return times;
  });
  const kB = (kind: string) => [(bytes.get(kind) ?? 0) / 1_000];
  const size = `${SLOTS} slots, ${PEOPLE} people, answers that are noise`;
  const unit = "kB compressed";
  return [
    figure({ name: "choose-page.html", unit, target: "<= 20", note: size }, kB("Document")),
    figure({ name: "choose-page.script", unit, target: "<= 180" }, kB("Script")),
    figure({ name: "choose-page.first-byte", unit: "ms", note: "nothing was ranked before" }, [first.html]),
    figure({ name: "choose-page.first-ranks", unit: "ms", note: "from the click to the series" }, [
      first.ranks,
    ]),
    figure(
      { name: "choose-page.rerank", unit: "ms", note: "from the move of a control to the series" },
      moves,
    ),
  ];
}

/** Milliseconds from the move of the control for the gap until the series under it are painted. */
function untilRankedAnew(page: Page, gap: number): Promise<number> {
  return page.evaluate(
    (value) =>
      new Promise<number>((resolve, reject) => {
        const control = document.querySelector<HTMLInputElement>("input[name=gap]");
        const ranks = document.querySelector("[aria-busy]");
        if (!control || !ranks) return reject(new Error("this is not the chooser"));
        const began = performance.now();
        const watch = new MutationObserver(() => {
          if (ranks.getAttribute("aria-busy") === "true") return;
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
        });
        watch.observe(ranks, { attributeFilter: ["aria-busy"] });
        control.value = String(value);
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    gap,
  );
}
