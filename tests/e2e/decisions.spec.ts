import { execFile } from "node:child_process";
import type { Page } from "@playwright/test";
import { makeAgreedSeries } from "./support/agreed-series.ts";
import { closePollOf } from "./support/closed-poll.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const PEOPLE = {
  A: { coChair: FIRST, delegate: "Claire Fontaine" },
  B: { coChair: SECOND, delegate: "Li Wenjie" },
};
const reference = `choice-journey-${process.pid}`;
const plain = `choice-plain-${process.pid}`;
const dates = `/series/${reference}/dates`;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  for (const name of [reference, plain]) {
    await makeAgreedSeries(name, PEOPLE);
    await closePollOf(name);
  }
});

/** Counts what a person does with the mouse. */
function counted(page: Page) {
  let clicks = 0;
  return {
    click: async (role: "link" | "button", name: string | RegExp) => {
      await page.getByRole(role, { name }).first().click();
      clicks += 1;
    },
    total: () => clicks,
  };
}

test("a co-chair ranks anew while a control moves, and compares two series", async ({ page }) => {
  await becomes(page, FIRST);
  await page.goto(`${dates}/choose`);
  await expect(page.getByText(/Proven: no other series is better\. Searched in \d+ ms\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Move up: Early dates" }).click();
  await expect(page).toHaveURL(/order=/);
  await page.getByLabel("At least between two meetings").fill("13");
  await expect(page.getByText("13 days")).toBeVisible();
  await expect(page).toHaveURL(/gap=13/);
  await expect(page.getByText(/Proven/)).toBeVisible();

  await page.getByLabel("against").selectOption("3");
  await expect(page.getByRole("columnheader", { name: "Series 3" })).toHaveCount(2);
});

test("aims that no series meets give the nearest one, the rules it breaks and what would help", async ({
  page,
}) => {
  await becomes(page, SECOND);
  await page.goto(`${dates}/choose?gap=30&gapMax=30&quorum.A=2&quorum.B=2`);
  await expect(page.getByText("No series keeps all rules. This one comes nearest:")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The nearest series" })).toBeVisible();
  await expectAccessible(page);
});

test("the chooser works as a form without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await becomes(page, FIRST);
  await page.goto(`/series/${plain}/dates/choose`);
  await page.getByText(/^Single slots/).click();
  await page.getByRole("checkbox", { name: /^Slot 1 of 8 is never/ }).check();
  await page.getByRole("button", { name: "Rank again" }).click();
  await expect(page).toHaveURL(/never=0/);
  await expect(page.getByText(/Single slots \(0 must, 1 never\)/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
  await context.close();
});

test("a co-chair makes the aims of the address those of the poll, and the other co-chair ranks by them", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(`/series/${plain}/dates/choose?gap=2`);
  await page.getByRole("button", { name: "Use these aims for this poll" }).click();
  await expect(page.getByText(/^These are the aims of this poll/)).toBeVisible();
  await expect(page).toHaveURL(/choose$/);
  await expect(page.getByText("2 days", { exact: true })).toBeVisible();
  await becomes(page, SECOND);
  await page.goto(`/series/${plain}/dates/choose`);
  await expect(page.getByText("2 days", { exact: true })).toBeVisible();
  await page.goto(`/series/${plain}/dates/choose?gap=6`);
  await expect(page.getByText(/^These aims are only in your address/)).toBeVisible();
});

test("both sides come from the closed poll to the decided series in at most six clicks", async ({
  page,
  browser,
  baseURL,
}) => {
  await becomes(page, FIRST);
  await page.goto(dates);
  const first = counted(page);
  await first.click("link", "Choose the series");
  await first.click("button", "Put these 3 dates forward");
  await expect(page.getByText("The first series of the ranking.")).toBeVisible();
  await first.click("button", "Record for SG2");
  await expect(page.locator("span", { hasText: /^Agreed$/ })).toBeVisible();

  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const other = await context.newPage();
  await becomes(other, SECOND);
  await other.goto(dates);
  const second = counted(other);
  await second.click("button", "Record for SG20");
  await expect(other.getByText("planned", { exact: true })).toHaveCount(3);
  expect(first.total() + second.total()).toBeLessThanOrEqual(6);
  await context.close();
});

test("the decision can be read, printed and computed again", async ({ page }, testInfo) => {
  await becomes(page, FIRST);
  await page.goto(`${dates}/decision`);
  await expect(page.getByRole("heading", { name: "The decision on the dates" })).toBeVisible();
  await expect(page.getByText(process.versions.tz ?? "", { exact: true })).toBeVisible();
  await expectAccessible(page);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Decision record (JSON)" }).click(),
  ]);
  const file = testInfo.outputPath("record.json");
  await download.saveAs(file);
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, ["scripts/liaise.ts", "verify-record", file], (_, stdout) => resolve(stdout));
  });
  expect(JSON.parse(said)).toMatchObject({ same: true, differences: [] });
  await expect(page.getByText(JSON.parse(said).sha256)).toBeVisible();
});
