import type { Page } from "@playwright/test";

/** A page of the product with hardly anything on it, to compare with. */
export const EMPTY_PAGE = "/sign-in";

/** Plain lines with boxes to press, without a script: what the browser alone takes. */
export const LINES = `<div id="lines" style="height:560px;overflow:auto;font:14px/28px sans-serif"><div style="width:9000px">${Array.from(
  { length: 1_000 },
  (_, line) => `<div><label><input type="checkbox"> ${line}</label> a line of plain words</div>`,
).join("")}</div></div>`;

const FRAMES = 120;
const PRESSES = 20;

/** Seconds from the navigation until something with this selector has been painted. */
export async function untilPainted(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((looked: string) => {
    const look = () => {
      if (!document.querySelector(looked)) requestAnimationFrame(look);
      // This frame paints it: it is there when the next one begins.
      else requestAnimationFrame((time) => Object.assign(window, { paintedAfter: time / 1_000 }));
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(url);
  const painted = await page.waitForFunction(
    () => (window as { paintedAfter?: number }).paintedAfter ?? null,
  );
  return Number(await painted.jsonValue());
}

/** Scrolls an element a little with each frame, down and across: frames left out, and the longest time between two. */
export async function scrollThrough(
  page: Page,
  selector: string,
): Promise<{ dropped: number; longest: number }> {
  await page.waitForLoadState("load");
  await page.waitForTimeout(2_000); // what else the page begins has come to rest
  const gaps = await page.evaluate(
    ({ selector, frames }) =>
      new Promise<number[]>((resolve) => {
        const box = document.querySelector(selector);
        const times: number[] = [];
        const step = (time: number) => {
          times.push(time);
          box?.scrollBy(31, 97);
          if (times.length <= frames) requestAnimationFrame(step);
          else resolve(times.slice(1).map((at, index) => at - (times[index] ?? at)));
        };
        requestAnimationFrame(step);
      }),
    { selector, frames: FRAMES },
  );
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1_000 / 60)) - 1), 0);
  return { dropped, longest: Math.max(...gaps) };
}

/** Presses the first twenty of what a selector finds: the longest time to a paint, in ms, as the browser reports it. */
export async function longestPress(page: Page, selector: string): Promise<number> {
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) durations.push(entry.duration);
    }).observe({ type: "event", ...{ durationThreshold: 16 } }); // the field is missing in TypeScript's types
  });
  const found = page.locator(selector);
  for (let number = 0; number < PRESSES; number += 1) await found.nth(number).click();
  return page.evaluate(async () => {
    const { durations } = window as unknown as { durations: number[] };
    // The browser reports some time after the paint.
    for (let frame = 0; frame < 30; frame += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return Math.max(0, ...durations);
  });
}
