import { makeAgreedSeries } from "./support/agreed-series.ts";
import { inDays, offerFour } from "./support/offer-four.ts";
import { ask, becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const DELEGATE = "Hamish Stewart";
const OTHER = "Sunita Thapa";

/** A series for this file and this run alone: journeys run side by side. */
const reference = `dates-journey-${process.pid}`;
const dates = `/series/${reference}/dates`;
const link = async () => {
  const mails = await ask<{ text: string }>(
    "demo",
    `select m.text from outbox_mails m join people p on p.email = m.to_address
     where p.name = $1 and m.kind = 'poll_invitation' order by m.created_at desc limit 1`,
    [DELEGATE],
  );
  const [path] = /\/answer\/\S+/.exec(mails[0]?.text ?? "") ?? [];
  expect(path, `a link in ${mails[0]?.text}`).toMatch(/^\/answer\/[A-Za-z0-9_-]{22}$/);
  return path ?? "";
};

test.describe.configure({ mode: "serial" });
test.beforeAll(() =>
  makeAgreedSeries(reference, {
    A: { coChair: FIRST, delegate: DELEGATE },
    B: { coChair: SECOND, delegate: OTHER },
  }),
);

test("a co-chair offers slots, takes one back, and opens the poll knowing what will happen", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(dates);
  await expect(page.getByText("No dates are on offer yet")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Offer slots" }).click();
  await offerFour(page);
  await page.getByRole("link", { name: "To the dates" }).click();
  await expect(page.getByRole("heading", { name: "4 slots on offer" })).toBeVisible();

  await page.getByRole("button", { name: "Withdraw" }).first().click();
  await expect(page.getByRole("heading", { name: "3 slots on offer" })).toBeVisible();
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(page.getByRole("heading", { name: "4 slots on offer" })).toBeVisible();

  await expect(page.getByText("4 people get a mail with a personal link (SG2 2, SG20 2).")).toBeVisible();
  await page.getByLabel("Day", { exact: true }).fill(inDays(7));
  await page.getByRole("button", { name: "Open the poll and mail 4 people" }).click();
  await expect(page.getByText("Open for answers")).toBeVisible();
  await expectAccessible(page);
});

test("a delegate answers by the link in the mail, without an account and without scripts", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto(await link());
  await expect(page.getByText("Which dates suit Hamish Stewart")).toBeVisible();
  const answers = page.getByRole("radiogroup");
  await expect(answers).toHaveCount(4);
  for (const [index, answer] of ["yes", "if need be", "yes", "no"].entries())
    await answers
      .nth(index)
      .getByRole("radio", { name: new RegExp(`your time, ${answer}$`) })
      .check();
  await page.getByLabel("A note to the co-chairs").fill("Mornings are better.");
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByText(/Saved \d\d:\d\d Geneva\./)).toBeVisible();
  await expect(page.getByText("All slots are answered.")).toBeVisible();

  await page.goto(`${await link()}?zone=Asia/Kathmandu`);
  await expect(answers.nth(1).getByRole("radio", { name: /if need be$/ })).toBeChecked();
  await expect(page.getByLabel("A note to the co-chairs")).toHaveValue("Mornings are better.");
  expect(await page.content()).not.toContain("@example.org");
  for (const bad of ["/answer/AAAAAAAAAAAAAAAAAAAAAA", "/answer/short"])
    expect((await page.goto(bad))?.status()).toBe(404);
  await context.close();
});

test("the same sheet is a list in another zone with scripts, and takes answers by keyboard", async ({
  page,
}) => {
  await page.goto(`${await link()}?view=list&zone=Asia/Seoul`);
  await expectAccessible(page);
  await expect(
    page.getByText("22:00-00:00 your time").or(page.getByText("21:00-23:00 your time")).first(),
  ).toBeVisible();
  const last = page.getByRole("radiogroup").last();
  await last.getByRole("radio", { name: /, no$/ }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(last.getByRole("radio", { name: /if need be$/ })).toBeChecked();
  await page.getByRole("button", { name: "Save my answers" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
});

test("co-chairs close the poll, choose, assent for their own side, and three meetings are planned", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(dates);
  await expect(page.getByText("1 of 4 people have answered")).toBeVisible();
  await page.getByText("Move the deadline, close the poll, ask newcomers").click();
  await page.getByRole("button", { name: "Close the poll now" }).click();
  await page.getByRole("link", { name: "Choose the series" }).click();
  await expect(page.getByText("No series keeps all rules.").first()).toBeVisible();
  await page.getByText("Tick the slots").click();
  await expect(page.getByText("0 of 3 chosen")).toBeVisible();

  const boxes = page.getByRole("checkbox", { name: /Choose slot/ });
  for (const index of [0, 1]) await boxes.nth(index).check();
  await page.getByRole("button", { name: "Put these 3 dates forward" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Choose exactly 3 slots" })).toBeVisible();
  await expect(boxes.nth(1)).toBeChecked();
  await boxes.nth(2).check();
  await expect(page.getByText("3 of 3 chosen")).toBeVisible();
  await page.getByLabel("Reason").fill("Three people have not answered yet.");
  await page.getByRole("button", { name: "Put these 3 dates forward" }).click();
  await expect(page.getByRole("heading", { name: "Dates put forward" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Record for SG20" })).toHaveCount(0);
  await page.getByRole("button", { name: "Record for SG2" }).click();
  await expect(page.locator("span", { hasText: /^Agreed$/ })).toBeVisible();
  await expectAccessible(page);

  await becomes(page, SECOND);
  await page.goto(dates);
  await page.getByRole("button", { name: "Record for SG20" }).click();
  await expect(page.getByText("Both sides have agreed to these dates.")).toBeVisible();
  await expect(page.getByText("planned", { exact: true })).toHaveCount(3);
  await page.getByRole("button", { name: "Confirm meeting 1" }).click();
  await expect(page.getByText("confirmed", { exact: true })).toHaveCount(1);
  await expectAccessible(page);
});
