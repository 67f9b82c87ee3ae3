import { execFile } from "node:child_process";
import type { Page } from "@playwright/test";
import { makeAgreedSeries } from "./support/agreed-series.ts";
import { closePollOf } from "./support/closed-poll.ts";
import { ask, becomes, expect, expectAccessible, test } from "./support/test.ts";

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

  await page.getByLabel("Find somebody by name").fill(FIRST);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await expect(page).toHaveURL(/required=/);
  await page.getByRole("checkbox", { name: FIRST }).click();
  await expect(page.getByRole("checkbox", { name: FIRST })).toHaveCount(0);
  await expect(page.getByText(/Proven/)).toBeVisible();

  await page.getByLabel("against").selectOption("3");
  await expect(page.getByRole("columnheader", { name: "Series 3" })).toHaveCount(2);
});

test("aims that no series meets give the nearest one, the rules it breaks and what would help", async ({
  page,
}) => {
  await becomes(page, SECOND);
  await page.goto(`${dates}/choose?gap=30&gapMax=30&quorum.A=2&quorum.B=2`);
  await expect(page.getByText("No series keeps all rules.", { exact: true })).toBeVisible();
  await expect(page.getByText(/^The nearest one is shown below\. It breaks .* rules?:$/)).toBeVisible();
  await expect(
    page.getByText(/^Days between meetings: from .*; at (least|most) 30 are/).first(),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "The nearest series" })).toBeVisible();
  await expectAccessible(page);
});

test("the chooser works as a form without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await becomes(page, FIRST);
  await page.goto(`/series/${plain}/dates/choose`);
  await page.getByLabel("Choose a slot (Geneva time)").selectOption("0");
  await page.getByRole("button", { name: "Never in it" }).click();
  await expect(page).toHaveURL(/slot=0&add=never/);
  await expect(page.getByRole("checkbox", { name: /^Never: .* Geneva$/ })).toBeChecked();
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
  await expect(page.getByText("The first series of the ranking when it was put forward.")).toBeVisible();
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

const meeting = `/series/${reference}/meetings/2`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a co-chair asks people about another time for one meeting, and sets when they are reminded", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(meeting);
  await page.getByText("Ask people about other times").click();
  await expectAccessible(page);
  await page
    .getByRole("checkbox", { name: /can attend/ })
    .first()
    .check();
  await page.getByLabel("Day 1").fill(inDays(150));
  await page.getByLabel("Time 1").fill("14:00");
  await page.getByRole("group", { name: "Deadline for answers" }).getByLabel("Day").fill(inDays(5));
  await page.getByRole("button", { name: "Ask everybody now" }).click();
  await expect(page.getByRole("heading", { name: "People are asked about another time" })).toBeVisible();
  await expect(page.getByText(/^\d of 4 have answered all of it/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "People asked and reminders" }).click();
  await expect(
    page.getByRole("heading", { name: "People asked about another time for meeting 2" }),
  ).toBeVisible();
  await expect(page.getByText("No time is set. Nobody is reminded.")).toBeVisible();
  await page.getByRole("group", { name: "Remind at" }).getByLabel("Day").fill(inDays(4));
  await page.getByRole("button", { name: "Add this time" }).click();
  await expect(page.getByText("No time is set. Nobody is reminded.")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove" })).toBeVisible();
  await expectAccessible(page);
});

test("the poll waits on the home page of whoever is asked, and is answered from there", async ({ page }) => {
  await becomes(page, SECOND);
  await page.goto("/home");
  const waits = page.locator("li", { hasText: "which other times are possible for meeting 2" });
  await expect(waits.filter({ has: page.locator(`a[href="${meeting}/answer"]`) }).first()).toBeVisible();
  await page.locator(`a[href="${meeting}/answer"]`).first().click();
  await expect(page.getByText("Another time is looked for: meeting 2")).toBeVisible();
  await page.locator('[data-slot] [data-value="yes"]').last().click();
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByRole("status").filter({ hasText: /Saved \d\d:\d\d Geneva/ })).toBeVisible();
  await page.goto("/home");
  await expect(page.locator(`a[href="${meeting}/answer"]`)).toHaveCount(0);
  await expect(page.locator("li", { hasText: "Another time for meeting 2" }).first()).toContainText(
    "you have answered",
  );
});

test("the secretariat enters what somebody told it, marked as entered", async ({ page }) => {
  const [{ name: secretary } = { name: "" }] = await ask<{ name: string }>(
    "demo",
    `select p.name from people p join role_holdings h on h.person_id = p.id join groups g on g.id = h.group_id
     where h.role = 'secretariat' and g.reference = 'SG20'`,
  );
  await becomes(page, secretary);
  await page.goto(meeting);
  await page.getByRole("link", { name: "People asked, and answers to enter" }).click();
  await page.getByRole("link", { name: `Enter answers for ${PEOPLE.B.delegate}` }).click();
  await expect(page.getByText("Another time is looked for: meeting 2")).toBeVisible();
  await page.getByRole("radio", { name: "● yes" }).last().check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and tell the person" }).click();
  await expect(page.getByText("Saved. A mail is on its way to the person.")).toBeVisible();
  await page.getByRole("link", { name: "To the people asked" }).click();
  await expect(page.getByRole("row", { name: new RegExp(PEOPLE.B.delegate) })).toContainText(
    `entered by ${secretary}`,
  );
});

test("a time that misses an aim is chosen for a reason alone, which both sides read before they agree", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(meeting);
  await page.getByRole("button", { name: "Close the small poll now" }).click();
  await expect(page.getByText(/^The small poll is closed/).first()).toBeVisible();
  await page.goto("/home");
  await expect(
    page.getByText("Another time for meeting 2 is put forward, or the small poll is dropped").first(),
  ).toBeVisible();
  await page.goto(meeting);
  await page.getByText("Choose this time").last().click();
  const visible = page.locator(":visible");
  await page.getByLabel("Reason", { exact: true }).and(visible).fill("SG2 meets in that week.");
  const forward = page.getByRole("button", { name: "Put this time forward and agree for SG2" }).and(visible);
  await forward.click();
  await expect(page.getByText(/Say why it is put forward all the same/).first()).toBeVisible();
  await expect(page.getByLabel("Reason", { exact: true }).and(visible)).toHaveValue(
    "SG2 meets in that week.",
  );
  await page.getByLabel("Why this time all the same?").and(visible).fill("SG2 follows by correspondence.");
  await forward.click();
  await expect(page.getByText("Put forward by Philippa Marsh: SG2 meets in that week.")).toBeVisible();

  await becomes(page, SECOND);
  await page.goto(meeting);
  await expect(page.getByText("Chosen all the same: SG2 follows by correspondence.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Agree for SG20" }).click();
  await expect(page.getByText("Nothing changes before every side has agreed.")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "People are asked about another time" })).toHaveCount(0);
  await expect(page.getByText("Chosen all the same: SG2 follows by correspondence.")).toBeVisible();
});
