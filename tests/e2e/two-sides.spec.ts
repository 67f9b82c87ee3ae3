import type { Page } from "@playwright/test";
import { ask, becomes, expect, expectAccessible, test } from "./support/test.ts";

// Of the demonstration's cast: a co-chair of SG2, the chair of SG20, and somebody of SG2 without an office.
const CO_CHAIR = "Philippa Marsh";
const OTHER_CHAIR = "Khalid Al Mansoori";
const DELEGATE = "Jonas Weber";

/** A new series of SG2 and SG20, proposed by hand; the page stands on it. */
async function propose(page: Page, title: string): Promise<string> {
  await becomes(page, CO_CHAIR);
  await page.goto("/series/new");
  const [a, b] = [page.getByRole("group", { name: "Side A" }), page.getByRole("group", { name: "Side B" })];
  await a.getByLabel("Study Group").fill("SG2");
  await a.getByLabel(/^Questions/).fill("Q1/2");
  await a.getByLabel(/^Co-chair/).fill(CO_CHAIR);
  await a.getByLabel(/^E-mail/).fill("philippa.marsh@example.org");
  await b.getByLabel("Study Group").fill("SG20");
  await b.getByLabel(/^Questions/).fill("Q6/20");
  await b.getByLabel(/^Co-chair/).fill("Han Seojun");
  await b.getByLabel(/^E-mail/).fill("han.seojun@example.org");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel(/^Group of the target/).fill("TSAG");
  await page.getByRole("button", { name: "Propose the series" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

const consentOf = (page: Page, side: string) => page.locator(`#consent-${side}`);

test("the chair of SG20 finds on the home page that its side is asked, and records its consent", async ({
  page,
}) => {
  const title = `Naming of sensors ${Date.now()}`;
  const address = await propose(page, title);

  await becomes(page, OTHER_CHAIR);
  await page.goto("/home");
  await expectAccessible(page);
  const item = page.getByRole("listitem").filter({ hasText: title }).filter({ hasText: "SG20 says whether" });
  await item.getByRole("link", { name: "Record the answer" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}#consent-b$`));

  const consent = consentOf(page, "b");
  await consent.getByRole("radio", { name: "Agrees", exact: true }).check();
  await consent.getByRole("radio", { name: "by correspondence" }).check();
  await consent.getByRole("button", { name: "Record the answer of SG20" }).click();
  await expect(consent.getByText("Fill this in.")).toBeVisible();
  await expect(consent.getByRole("radio", { name: "by correspondence" })).toBeChecked();

  await consent.getByLabel("Decided by").fill("SG20 management team");
  await consent.getByLabel(/^Where it can be seen/).fill("Mail to the SG20 list");
  await consent.getByRole("button", { name: "Record the answer of SG20" }).click();
  await expect(consent.getByText("SG20 management team")).toBeVisible();
  await expect(consent.getByText("Khalid Al Mansoori")).toBeVisible();
  await expect(page.getByText("SG2 says whether it agrees to the series")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "History" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "recorded the answer of a side" }).first(),
  ).toContainText(OTHER_CHAIR);
  await expectAccessible(page);
});

test("nobody can consent for the other side", async ({ page }) => {
  const address = await propose(page, `Numbering of sensors ${Date.now()}`);
  await expect(consentOf(page, "a").getByRole("button", { name: "Record the answer of SG2" })).toBeVisible();
  await expect(consentOf(page, "b").getByText("SG20 has not said yet")).toBeVisible();
  await expect(consentOf(page, "b").getByRole("button")).toHaveCount(0);

  // A form bent to speak for the other side is refused, and nothing is stored.
  const [other] = await ask<{ id: string }>(
    "demo",
    `select id from series_sides where letter = 'B' and series_id = (select id from joint_series where reference = $1)`,
    [address.split("/").at(-1)],
  );
  await page
    .locator("#consent-a input[name=sideId]")
    .evaluate((input, id) => input.setAttribute("value", id), other?.id ?? "");
  const own = consentOf(page, "a");
  await own.getByRole("radio", { name: "Agrees", exact: true }).check();
  await own.getByRole("radio", { name: "at a meeting" }).check();
  await own.getByLabel("Decided by").fill("SG2 for SG20");
  await own.getByRole("button", { name: "Record the answer of SG2" }).click();
  await expect(own.getByRole("alert")).toBeVisible();
  await page.reload();
  await expect(page.getByText("SG2 for SG20")).toHaveCount(0);
});

test("a delegate reads where both sides stand and is asked nothing but the own answers", async ({ page }) => {
  await becomes(page, DELEGATE);
  await page.goto("/series");
  await expectAccessible(page);
  await page.locator('a[href="/series/sg2-sg20-iot-identification-nnai"]').click();
  await expect(consentOf(page, "b").getByText("SG20 management team")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Record|Welcome|Put forward|Save)/ })).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "From the letter to the target meeting" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "People" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "People of the series" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Invite/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("an unknown series and one that is not for the reader are the same page", async ({ page }) => {
  await becomes(page, DELEGATE);
  const answer = await page.goto("/series/sg2-sg20-no-such-series");
  expect(answer?.status()).toBe(404);
});
