import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readWord } from "../support/word-file.ts";
import { makeRunningSeries } from "./support/running-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const READER = "Hamish Stewart";
const SECRETARY = "Lena Brunner";

/** A series for this file and this run alone: journeys run side by side. */
const reference = `agenda-journey-${process.pid}`;
test.beforeAll(() =>
  makeRunningSeries(reference, { sg2CoChair: FIRST, sg20CoChair: SECOND, delegate: READER }),
);

const agendaPage = (sequence: number) => `/series/${reference}/meetings/${sequence}/agenda`;
const item = (page: Page, number: number) => page.getByRole("listitem", { name: `Item ${number}: ` });
const titles = (page: Page) => page.getByRole("textbox", { name: "Item", exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save the agenda" });

/** The middles of two handles on the screen. */
async function ends(page: Page, from: string, to: string) {
  const middle = async (name: string) => {
    const handle = page.getByRole("button", { name, exact: true });
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  };
  await middle(from);
  const target = await middle(to);
  return { start: await middle(from), target };
}

async function drags(page: Page, from: string, to: string): Promise<void> {
  const { start, target } = await ends(page, from, to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y - 12, { steps: 3 });
  await page.mouse.move(target.x, target.y, { steps: 12 });
  await page.mouse.up();
}

/** A finger that rests on the handle until the item is lifted, and then moves. */
async function dragsWithFinger(page: Page, from: string, to: string): Promise<void> {
  const { start, target } = await ends(page, from, to);
  const browser = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    browser.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [start]);
  await expect(page.getByText("You hold “Documents”")).toBeAttached();
  for (let step = 1; step <= 12; step += 1)
    await touch("touchMove", [{ x: start.x, y: start.y + ((target.y - start.y) * step) / 12 }]);
  await touch("touchEnd", []);
}

test("a co-chair writes the agenda, moves items by keyboard, saves and downloads it", async ({ page }) => {
  await becomes(page, FIRST);
  await page.goto(agendaPage(1));
  await expect(titles(page)).toHaveCount(9);
  await expectAccessible(page);

  await item(page, 1).getByLabel("Led by").fill("Both co-chairs");
  await item(page, 1).getByLabel("Minutes").fill("10");
  await expect(item(page, 2)).toContainText("13:10-13:15 Geneva");
  await expect(
    page.getByRole("status").filter({ hasText: "need 5 minutes more than the meeting has" }),
  ).toBeVisible();
  await item(page, 4).getByLabel("Minutes").fill("75");
  await expect(page.getByText("exactly when the meeting ends")).toBeVisible();

  // by the handle, with the keyboard alone
  const handle = page.getByRole("button", { name: "Move item 3, Documents", exact: true });
  await handle.focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("You hold “Documents”, item 3 of 9.")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("“Documents” is now at place 2 of 9.")).toBeAttached();
  await page.keyboard.press("Space");
  await expect(titles(page).nth(1)).toHaveValue("Documents");

  // step by step; the focus stays on the arrow
  await page.getByRole("button", { name: "Move item 2 down, Documents" }).press("Enter");
  await expect(titles(page).nth(2)).toHaveValue("Documents");
  await expect(page.getByRole("button", { name: "Move item 3 down, Documents" })).toBeFocused();

  await page.getByRole("button", { name: "Add an item" }).click();
  await titles(page).nth(4).fill("Demarcation line خط 😀");
  await page.getByRole("button", { name: "Remove item 6, Intellectual property" }).click();
  await expect(page.getByText("The IPR question is missing.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The IPR question is missing.")).toBeHidden();

  await expect(page.getByText("Not saved. Your changes are kept in this browser")).toBeVisible();
  await save(page).click();
  await expect(page.getByText(`Saved by ${FIRST} on `)).toBeVisible();
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Agenda as a Word file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^T25-SG2-SG20-\d{6}-Agenda-1\.docx$/);
  const text = await readWord(readFileSync(await download.path()));
  expect(text).toContain("Demarcation line خط 😀");
  expect(text).toMatch(/13:00-13:10\s+Opening and roll call of both sides\s+Both co-chairs/);
});

test("an item is dragged by its handle, with the mouse and with a finger", async ({
  page,
  browser,
  baseURL,
}) => {
  await becomes(page, FIRST);
  await page.goto(agendaPage(2));
  await expect(titles(page)).toHaveCount(9);
  await drags(page, "Move item 3, Documents", "Move item 1, Opening and roll call of both sides");
  await expect(titles(page).first()).toHaveValue("Documents");
  await expect(item(page, 1)).toContainText("13:00-");

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), hasTouch: true });
  const phone = await context.newPage();
  await becomes(phone, SECOND);
  await phone.goto(agendaPage(2));
  await expect(titles(phone)).toHaveCount(9);
  await dragsWithFinger(phone, "Move item 3, Documents", "Move item 1, Opening and roll call of both sides");
  await expect(titles(phone).first()).toHaveValue("Documents");
  await context.close();
});

test("what is typed survives a reload; the other side's save is not overwritten and nothing is lost", async ({
  page,
  browser,
  baseURL,
}) => {
  await becomes(page, FIRST);
  await page.goto(agendaPage(2));
  await titles(page).first().fill("Mine");
  page.once("dialog", (dialog) => void dialog.accept()); // the browser asks before it leaves unsaved changes
  await page.reload();
  await expect(titles(page).first()).toHaveValue("Mine");

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const other = await context.newPage();
  await becomes(other, SECOND);
  await other.goto(agendaPage(2));
  await titles(other).first().fill("Theirs");
  await save(other).click();
  await expect(other.getByText(`Saved by ${SECOND} on `)).toBeVisible();

  await save(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else saved this agenda" })).toBeVisible();
  await expect(titles(page).first()).toHaveValue("Mine");
  await expect(page.getByText(`${SECOND} saved this agenda while you were changing it`)).toBeVisible();
  await page.getByText("Show the saved agenda").click();
  await expect(page.getByText("Theirs", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Go on with mine" }).click();
  await save(page).click();
  await expect(page.getByText(`Saved by ${FIRST} on `)).toBeVisible();
  await other.reload();
  await expect(titles(other).first()).toHaveValue("Mine");
  await context.close();
});

test("a wrong item says at its field what to do, and nothing is stored", async ({ page }) => {
  await becomes(page, FIRST);
  await page.goto(agendaPage(3));
  await titles(page).nth(1).fill("");
  await item(page, 3).getByLabel("Minutes").fill("soon");
  await save(page).click();
  await expect(item(page, 2).getByText("Fill this in.")).toBeVisible();
  await expect(item(page, 3).getByText("Give this item from 1 to 480 whole minutes.")).toBeVisible();
  await expect(item(page, 3).getByLabel("Minutes")).toHaveValue("soon");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Drop my changes" }).click();
  await expect(page.getByText("Not saved yet: these are the items")).toBeVisible();
});

test("an invited person reads the agenda and the joining link; the secretariat gives it", async ({
  page,
}) => {
  const meeting = `/series/${reference}/meetings/1`;
  await becomes(page, SECRETARY);
  await page.goto(meeting);
  await page.getByLabel("Joining link").fill("javascript:alert(1)");
  await page.getByRole("button", { name: "Save the joining link" }).click();
  await expect(page.getByText("Write an address that begins with https://")).toBeVisible();
  await expect(page.getByLabel("Joining link")).toHaveValue("javascript:alert(1)");
  await page.getByLabel("Joining link").fill("https://meet.example.org/room");
  await page.getByRole("button", { name: "Save the joining link" }).click();
  await expect(page.getByText("The joining link is saved.")).toBeVisible();
  await expectAccessible(page);

  await becomes(page, READER);
  await page.goto(`/series/${reference}/meetings`);
  await expectAccessible(page);
  const list = page.getByRole("list", { name: "Meetings of the series" });
  await list.getByRole("link", { name: "Meeting 1", exact: true }).click();
  await expect(page.getByRole("link", { name: "https://meet.example.org/room" })).toBeVisible();
  await page.getByRole("link", { name: "Agenda", exact: true }).click();
  await expect(page.getByRole("list", { name: "Items of the agenda" })).toBeVisible();
  await expect(save(page)).toBeHidden();
  await expectAccessible(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the agenda is edited without scrolling sideways", async ({ page }) => {
    await becomes(page, SECOND);
    await page.goto(agendaPage(3));
    await expect(titles(page)).toHaveCount(9);
    await page.getByRole("button", { name: "Move item 2 up, Approval of the agenda" }).tap();
    await expect(titles(page).first()).toHaveValue("Approval of the agenda");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflow).toBe(false);
    await expectAccessible(page);
  });
});
