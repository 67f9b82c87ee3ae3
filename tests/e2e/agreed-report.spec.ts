import type { Locator } from "@playwright/test";
import { makeRunningSeries } from "./support/running-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const READER = "Hamish Stewart";

/** A series for this file and this run alone: journeys run side by side. */
const reference = `agreed-report-${process.pid}`;
const overview = `/series/${reference}`;

async function records(report: Locator, side: string, outcome: "Agrees" | "Does not agree"): Promise<void> {
  await report
    .getByRole("group", { name: `${side} …` })
    .getByLabel(outcome)
    .check();
  await report.getByRole("group", { name: "Decided" }).getByLabel("by correspondence").check();
  await report.getByLabel("Decided by").fill(`${side} management team`);
  await report.getByRole("button", { name: `Record the answer of ${side}` }).click();
}

test("the report goes to both sides, each agrees for itself, and it is submitted and the series closed", async ({
  page,
}) => {
  await makeRunningSeries(reference, { sg2CoChair: FIRST, sg20CoChair: SECOND, delegate: READER });
  await becomes(page, FIRST);
  await page.goto(`${overview}/report`);
  await page.getByRole("button", { name: "Begin the draft report" }).click();
  await expect(page.locator("[data-saving]")).toHaveText("Saved");

  await page.goto(overview);
  const report = page.getByRole("region", { name: "The report" });
  await expect(report).toContainText("have not put the report to both sides yet");
  await report.getByRole("button", { name: "Put the report to both sides" }).click();
  await expect(report).toContainText("Each side says whether it agrees to the report.");
  await expectAccessible(page);

  // One side never answers for the other.
  await expect(report.locator("#report-a").getByRole("button")).toHaveText("Record the answer of SG2");
  await expect(report.locator("#report-b").getByRole("button")).toHaveCount(0);
  await records(report, "SG2", "Agrees");
  await expect(report.locator("#report-a")).toContainText("SG2 management team");
  await expect(page.getByLabel("Document numbers")).toHaveCount(0);

  // A delegate reads who agreed, and has nothing to press.
  await becomes(page, READER);
  await page.goto(overview);
  await expect(report.locator("#report-a")).toContainText("Agrees");
  await expect(report.getByRole("button")).toHaveCount(0);

  await becomes(page, SECOND);
  await page.goto(overview);
  await records(report, "SG20", "Agrees");
  await expect(report.locator("#report-b")).toContainText("SG20 management team");
  await page.getByLabel("Document numbers").fill("SG2-TD9R1/PLEN, SG20-TD14/PLEN");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Record that it was submitted" }).click();
  await expect(page.getByRole("button", { name: "Record that it was submitted" })).toHaveCount(0);

  await page.locator("summary", { hasText: "Close the series" }).click();
  await page.getByLabel("What became of it").fill("TSAG noted the report.");
  await page.getByRole("button", { name: "Close the series" }).click();
  await expect(page.getByText("This series has ended.")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${overview}/history`);
  await expect(page.getByText("SG2-TD9R1/PLEN, SG20-TD14/PLEN")).toBeVisible();
  await expect(page.getByText("TSAG noted the report.")).toBeVisible();
});
