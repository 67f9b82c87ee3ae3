import type { Page } from "@playwright/test";
import { demonstrationLetter } from "../../prisma/seed/letter.ts";
import { readWordAsHtml } from "../support/word-file.ts";
import { becomes, expect, test } from "./support/test.ts";

// Of the demonstration's cast.
const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const OTHER_CHAIR = "Khalid Al Mansoori";
const SECRETARIAT = "Lena Brunner";

const TITLE = `LS/o/r on joint meetings ${Date.now()}`;
const LETTER = demonstrationLetter({ targetMonth: "May 2031", nextMeeting: "16-26 September 2031" });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function consentOf(page: Page, side: { letter: string; group: string; by: string }) {
  const consent = page.locator(`#consent-${side.letter}`);
  await consent.getByRole("radio", { name: "Agrees", exact: true }).check();
  await consent.getByRole("radio", { name: "by correspondence" }).check();
  await consent.getByLabel("Decided by").fill(side.by);
  await consent.getByRole("button", { name: `Record the answer of ${side.group}` }).click();
  await expect(consent.getByText(side.by, { exact: true })).toBeVisible();
}

test("the letter becomes three announced meetings and a draft report", async ({ page }) => {
  test.slow();

  await becomes(page, FIRST);
  await page.goto("/letters/new");
  await page.getByLabel("Text of the letter").fill(LETTER);
  await page.getByRole("button", { name: "Read the letter" }).click();
  const form = page.getByRole("region", { name: "What was understood" });
  await form.getByLabel("Title", { exact: true }).fill(TITLE);
  await form.getByLabel("E-mail of the co-chair").nth(0).fill("philippa.marsh@example.org");
  await form.getByLabel("E-mail of the co-chair").nth(1).fill("han.seojun@example.org");
  await form.getByRole("button", { name: "Record the letter" }).click();
  await expect(page).toHaveURL(/\/series\/sg2-sg20-/);
  const series = new URL(page.url()).pathname;

  await consentOf(page, { letter: "a", group: "SG2", by: "SG2 plenary" });
  await becomes(page, OTHER_CHAIR);
  await page.goto(series);
  await consentOf(page, { letter: "b", group: "SG20", by: "SG20 management team" });

  await becomes(page, FIRST);
  await page.goto(`${series}/dates/offer`);
  const offered = [70, 77, 84].map((days) => `${inDays(days)} 14:00 Geneva`).join("\n");
  await page.getByLabel("Days and times").fill(offered);
  await page.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("button", { name: "Offer 3 slots" }).click();
  await page.getByRole("link", { name: "To the dates" }).click();
  await page.getByLabel("Day", { exact: true }).fill(inDays(7));
  await page.getByRole("button", { name: /^Open the poll and mail/ }).click();
  await expect(page.getByText("Open for answers")).toBeVisible();
  await page.getByText("Move the deadline, close the poll, ask newcomers").click();
  await page.getByRole("button", { name: "Close the poll now" }).click();
  await page.getByRole("link", { name: "Choose the series" }).click();
  await page.getByText("Tick the slots").click();
  const boxes = page.getByRole("checkbox", { name: /Choose slot/ });
  for (const index of [0, 1, 2]) await boxes.nth(index).check();
  await page.getByLabel("Reason").fill("Agreed by telephone before anybody answered.");
  await page.getByRole("button", { name: "Put these 3 dates forward" }).click();
  await page.getByRole("button", { name: "Record for SG2" }).click();
  await expect(page.locator("span", { hasText: /^Agreed$/ })).toBeVisible();
  await becomes(page, SECOND);
  await page.goto(`${series}/dates`);
  await page.getByRole("button", { name: "Record for SG20" }).click();
  await expect(page.getByText("planned", { exact: true })).toHaveCount(3);

  await becomes(page, SECRETARIAT);
  await page.goto(`${series}/announcements`);
  await page.getByRole("button", { name: "Draft an announcement" }).click();
  await expect(page.getByText("receive this mail with 3 calendar entries")).toBeVisible();
  await page.getByRole("button", { name: "Issue it" }).click();
  await expect(page.getByText(`Issued by ${SECRETARIAT}. It cannot change any more.`)).toBeVisible();

  await becomes(page, SECOND);
  await page.goto(`${series}/meetings/1/agenda`);
  await page.getByRole("button", { name: "Save the agenda" }).click();
  await expect(page.getByText(`Saved by ${SECOND} on `)).toBeVisible();

  await page.goto(`${series}/report`);
  await page.getByRole("button", { name: "Begin the draft report" }).click();
  await expect(page.locator("[data-saving]")).toHaveText("Saved");
  const download = await page.request.get(`${series}/report.docx`);
  expect(download.status()).toBe(200);
  const report = await readWordAsHtml(await download.body());
  for (const words of ["39A1/1", "SG2", "SG20", FIRST, SECOND]) expect(report).toContain(words);

  await page.goto(`${series}/history`);
  await expect(page.getByRole("listitem").filter({ hasText: SECRETARIAT }).first()).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/\d{4}-\d{2}-\d{2}T|[0-9a-f]{8}-[0-9a-f]{4}-|\w_\w/);
});
