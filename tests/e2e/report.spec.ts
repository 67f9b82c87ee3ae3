import { randomInt } from "node:crypto";
import { type Browser, type Page } from "@playwright/test";
import { readWordAsHtml } from "../support/word-file.ts";
import { makeRunningSeries } from "./support/running-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const READER = "Hamish Stewart";

/** A browser of its own for a person, on a page; what the browser complains of is kept. */
async function opens(browser: Browser, name: string, address: string) {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // What could not be loaded is not this journey's matter: links of the frame, and everything while offline.
    const isLoading = /^Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === "error" && !isLoading) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await becomes(page, name);
  await page.goto(address);
  return { page, complaints };
}

const text = (page: Page) => page.getByRole("textbox", { name: "Text of the draft report" });
const saving = (page: Page) => page.locator("[data-saving]");

test("two co-chairs write the report together, offline too, and take it away as a Word file", async ({
  browser,
  baseURL,
}) => {
  const reference = `report-journey-${randomInt(1e9)}`;
  const address = `${baseURL}/series/${reference}/report`;
  await makeRunningSeries(reference, { sg2CoChair: FIRST, sg20CoChair: SECOND, delegate: READER });

  const first = await opens(browser, FIRST, address);
  await expect(first.page.getByText("Nobody has begun the report")).toBeVisible();
  await expectAccessible(first.page);
  await first.page.getByRole("button", { name: "Begin the draft report" }).click();
  await expect(saving(first.page)).toHaveText("Saved");
  await expect(text(first.page)).toContainText("to note the areas on which SG2 and SG20 agreed");

  const second = await opens(browser, SECOND, address);
  await expect(saving(second.page)).toHaveText("Saved");
  const here = (page: Page) => page.getByRole("list", { name: "Who has the report open" });
  await expect(here(first.page)).toContainText(SECOND);
  await expect(here(second.page)).toContainText(FIRST);

  // Both write at once, each in a place of the own.
  const followUp = (page: Page) => text(page).getByText("[What happens next");
  const abstract = (page: Page) => text(page).getByText("[Say in two sentences");
  await abstract(first.page).click();
  await followUp(second.page).click();
  await Promise.all([
    first.page.keyboard.type("The first co-chair was here. "),
    second.page.keyboard.type("The second co-chair was here. "),
  ]);
  for (const { page } of [first, second]) {
    await expect(text(page)).toContainText("The first co-chair was here.");
    await expect(text(page)).toContainText("The second co-chair was here.");
    await expect(saving(page)).toHaveText("Saved");
  }
  await expect(text(first.page).locator(".report-caret-name")).toHaveText(`B · ${SECOND}`);
  await expectAccessible(first.page);

  // The demarcation table, by keyboard and tools.
  await text(first.page).getByRole("cell", { name: "[to be written]" }).first().click();
  await first.page.getByRole("button", { name: "Row below" }).click();
  await expect(saving(first.page)).toHaveText("Saved");

  // Without the network nothing is called saved, and nothing is lost.
  await second.page.context().setOffline(true);
  await expect(saving(second.page)).toContainText("Offline.");
  await followUp(second.page).click();
  await second.page.keyboard.type("Written on a train. ");
  await expect(saving(second.page)).toContainText(/\d+ changes are kept on this device/);
  await expect(text(first.page)).not.toContainText("Written on a train.");
  await second.page.context().setOffline(false);
  await expect(saving(second.page)).toHaveText("Saved", { timeout: 20_000 });
  await expect(text(first.page)).toContainText("Written on a train.");

  const download = await first.page.request.get(`${address}.docx`);
  expect(download.status()).toBe(200);
  const html = await readWordAsHtml(await download.body());
  for (const words of [
    "STUDY GROUP 20",
    "Draft report to TSAG on IoT identification and NNAI",
    "The first co-chair was here.",
    "The second co-chair was here.",
    "Written on a train.",
    "Actions requested of TSAG",
    "Reference",
  ])
    expect(html).toContain(words);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});
