import type { Page } from "@playwright/test";
import { cell, firstMonday, later, makeOpenPoll, press } from "./support/open-poll.ts";
import { expect, test } from "./support/test.ts";

const DELEGATE = "Grace Mwangi";
const reference = `touch-journey-${process.pid}`;
const monday = firstMonday();
const FORTY = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].flatMap((days) =>
  ["09:00", "11:00", "14:00", "16:00"].map((clock) => [later(monday, days), clock] as const),
);

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
test.describe.configure({ mode: "serial" });
let link = "";
test.beforeAll(async () => {
  const people = {
    A: { coChair: "Philippa Marsh", delegate: DELEGATE },
    B: { coChair: "Han Seojun", delegate: "Miguel Santos" },
  };
  link = (await makeOpenPoll(reference, people, FORTY))(DELEGATE);
});

test("a narrow page begins with a list that never scrolls sideways, and has the grid one press away", async ({
  page,
}) => {
  await page.goto(link);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await expect(page.getByRole("switch")).toHaveCount(0);
  const sideways = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("html, .sheet-box")].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
  expect(await sideways()).toEqual([0, 0]);
  await page.getByRole("button", { name: "Show as a grid" }).tap();
  await expect(page.getByRole("grid", { name: "Your answer to each slot" })).toBeVisible();
  expect((await sideways())[0]).toBe(0);
  await page.reload();
  await expect(page.getByRole("grid")).toBeVisible(); // remembered
});

test("without scripts a narrow page is the list too, and takes answers", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, baseURL: baseURL ?? "", viewport: { width: 390, height: 800 } },
  });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole("radiogroup")).toHaveCount(40);
  await expect(page.getByRole("button", { name: /Show as/ })).toBeHidden();
  await cell(page, 1).getByText("if need be").click();
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByText(/Saved \d\d:\d\d Geneva\./)).toBeVisible();
  await expect(cell(page, 1).getByRole("radio", { name: /if need be$/ })).toBeChecked();
  await context.close();
});

test("one finger paints only while the switch is on, and two fingers scroll meanwhile", async ({ page }) => {
  await page.goto(`${link}?view=grid`);
  await expect(page.getByRole("grid")).toBeVisible();
  await press(page, 10, "yes").tap();
  await expect(cell(page, 10)).toHaveAttribute("data-given", "yes");
  await swipe(page, [13], 21);
  await expect(cell(page, 17)).toHaveAttribute("data-given", "");

  await page.getByRole("switch", { name: /Paint with one finger/ }).check();
  await swipe(page, [13], 21);
  for (const number of [13, 17, 21]) await expect(cell(page, number)).toHaveAttribute("data-given", "no");
  await page.getByRole("button", { name: "Undo" }).tap(); // the stroke is one step
  for (const number of [13, 17, 21]) await expect(cell(page, number)).toHaveAttribute("data-given", "");
  await expect(cell(page, 10)).toHaveAttribute("data-given", "yes");

  const before = await scrolled(page);
  await swipe(page, [25, 21], 13);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 50);
  for (const number of [13, 17, 21, 25]) await expect(cell(page, number)).toHaveAttribute("data-given", "");
});

const scrolled = (page: Page) => page.locator(".sheet-box").evaluate((box) => box.scrollTop + window.scrollY);

/** Fingers on the "no" of slots; the first of them goes to another slot of the same time, the others along with it. */
async function swipe(page: Page, from: readonly [number, ...number[]], to: number): Promise<void> {
  const top = Math.min(...from, to);
  await cell(page, top).evaluate((slot) => {
    const box = slot.closest(".sheet-box");
    box?.scrollIntoView({ block: "start" });
    box?.scrollTo({ top: slot instanceof HTMLElement ? slot.offsetTop - 150 : 0, left: 0 });
  });
  const middle = async (number: number) => {
    const at = await press(page, number, "no").boundingBox();
    return { x: (at?.x ?? 0) + 15, y: (at?.y ?? 0) + 15 };
  };
  const begin = await Promise.all(from.map(middle));
  const way = (await middle(to)).y - (begin[0]?.y ?? 0);
  const client = await page.context().newCDPSession(page);
  // A slow finger that comes to rest: after a quick one, the browser takes the next tap for the end of a throw.
  const began = Date.now() / 1_000 - 3;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: typeof begin, after: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      timestamp: began + after,
      touchPoints: points.map((point, id) => ({ ...point, id })),
    });
  for (const index of begin.keys()) await touch("touchStart", begin.slice(0, index + 1), 0);
  for (const [step, share] of [0.25, 0.5, 0.75, 1, 1].entries())
    await touch(
      "touchMove",
      begin.map(({ x, y }) => ({ x, y: y + way * share })),
      (step + 1) / 2,
    );
  await touch("touchEnd", [], 3);
}
