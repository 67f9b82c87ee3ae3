import type { Locator } from "@playwright/test";
import { makeAgreedSeries } from "./support/agreed-series.ts";
import { makeRunningSeries } from "./support/running-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const PEOPLE = {
  A: { coChair: FIRST, delegate: "Hamish Stewart" },
  B: { coChair: SECOND, delegate: "Sunita Thapa" },
};

/** Series for this file and this run alone: journeys run side by side. */
const reference = `offer-journey-${process.pid}`;
const scriptless = `offer-plain-${process.pid}`;
const running = `move-journey-${process.pid}`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  await makeAgreedSeries(reference, PEOPLE);
  await makeAgreedSeries(scriptless, PEOPLE);
  await makeRunningSeries(running, {
    ...{ sg2CoChair: FIRST, sg20CoChair: SECOND, delegate: "Hamish Stewart" },
  });
});

test("a co-chair draws slots by keyboard alone, offers them together and takes them back", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(`/series/${reference}/dates/offer`);
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.getByLabel("Go to").focus(); // the week is in reach of Tab from here
  await page.getByLabel("Go to").fill(inDays(77));
  await page.locator('[data-cell="28 0"]').focus();
  await press("ArrowRight", "Space");
  await expect(page.getByRole("heading", { name: "1 slot is ready to be offered" })).toBeVisible();
  await press("ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight", "Space");
  await expect(page.getByRole("heading", { name: "3 slots are ready to be offered" })).toBeVisible();
  await expect(page.getByText("(90 minutes)").or(page.getByText("2 slots added")).first()).toBeVisible();
  await press("ArrowLeft", "Space"); // on the first slot: it goes
  await expect(page.getByRole("heading", { name: "2 slots are ready to be offered" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Offer 2 slots" }).focus();
  await press("Enter");
  await expect(page.getByText("You offered 2 slots together")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
  await page.getByRole("button", { name: "Undo: withdraw all 2 slots" }).focus();
  await press("Enter");
  await expect(page.getByText("You offered 2 slots together")).toHaveCount(0);
});

test("slots are drawn by mouse over hours and days, and a broken rule stays behind without a reason", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(`/series/${reference}/dates/offer`);
  await page.getByLabel("Go to").fill(inDays(84));
  const [from, to] = [page.locator('[data-cell="26 1"]'), page.locator('[data-cell="29 3"]')];
  await from.scrollIntoViewIfNeeded();
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: "3 slots are ready to be offered" })).toBeVisible();

  await page.getByLabel("Go to").fill(inDays(7));
  await page.locator('[data-cell="26 4"]').click();
  await expect(page.getByText("Breaks a rule; left out.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Offer 3 slots", exact: true })).toBeVisible();
  await page.getByLabel("Reason to offer the slot that breaks a rule").fill("Both sides asked for it.");
  await page.getByRole("button", { name: "Offer 4 slots, 1 against a rule" }).click();
  await expect(page.getByText("You offered 4 slots together")).toBeVisible();
  await expect(page.getByText(`Set aside by ${FIRST}: Both sides asked for it.`)).toBeVisible();
  await expectAccessible(page);
});

test("many slots are generated with their number told before, around the own meetings", async ({ page }) => {
  await becomes(page, SECOND);
  await page.goto(`/series/${reference}/dates/offer`);
  const form = page.getByRole("form", { name: "Make many at once" });
  await form.getByLabel("From day").fill(inDays(70));
  await form.getByLabel("To day").fill(inDays(110));
  await form.getByLabel("Not before").fill("09:00");
  await form.getByLabel("Ends by").fill("17:00");
  await form.getByLabel("On the clock of").fill("Europe/Zurich");
  await expect(form.getByText(/This makes \d+ slots\. \d+ are left out because a group/)).toBeVisible();
  const told = await form.getByText(/This makes \d+ slots/).innerText();
  const count = Number(/makes (\d+)/.exec(told)?.[1]);
  expect(count).toBeGreaterThan(20);
  await form.getByRole("button", { name: `Add ${count} slots to the list` }).click();
  await page.getByRole("button", { name: `Offer ${count} slots` }).click();
  await expect(page.getByText(`You offered ${count} slots together`)).toBeVisible();
});

test("everything can be offered without scripts", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await becomes(page, FIRST);
  await page.goto(`/series/${scriptless}/dates/offer`);
  const form = page.getByRole("form", { name: "Make many at once" });
  await form.getByLabel("From day").fill(inDays(70));
  await form.getByLabel("To day").fill(inDays(76));
  await form.getByRole("button").click();
  const offer = page.getByRole("button", { name: /^Offer \d+ slots$/ });
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(page.getByText(/You offered \d+ slots together/)).toBeVisible();

  const list = page.getByRole("form", { name: "Paste a list" });
  await list.getByLabel("Days and times").fill(`${inDays(140)} 14:00 IST`);
  await list.getByRole("button", { name: "Read the list" }).click();
  await expect(page.getByText(/Line 1 .*14:00 IST/)).toBeVisible();
  await list.getByLabel("Days and times").fill(`${inDays(140)} 14:00-15:30 Geneva`);
  await list.getByRole("button", { name: "Read the list" }).click();
  await page.getByRole("button", { name: "Offer 1 slot" }).click();
  await expect(page.getByText("You offered 1 slot:")).toBeVisible();
  await context.close();
});

test("a meeting is moved with the assent of both sides, in few clicks", async ({ page }) => {
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  await becomes(page, FIRST);
  await page.goto(`/series/${running}/meetings`);
  await click(page.getByRole("heading", { name: "Meeting 2" }).getByRole("link"));
  await click(page.getByText("Move this meeting"));
  await click(page.getByLabel("New day"));
  await page.getByLabel("New day").fill(inDays(121));
  await expect(page.getByRole("region", { name: "What the rules say of the new time" })).toBeVisible();
  await expectAccessible(page);
  await click(page.getByLabel("Reason").first());
  await page.getByLabel("Reason").first().fill("SG2 meets in that week.");
  await click(page.getByRole("button", { name: "Put this time forward and agree for SG2" }));
  await expect(page.getByText("Put forward by Philippa Marsh: SG2 meets in that week.")).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(8);

  clicks = 0;
  await becomes(page, SECOND);
  await page.goto(`/series/${running}/meetings/2`);
  await expect(page.getByText("Nothing changes before every side has agreed.")).toBeVisible();
  await expectAccessible(page);
  await click(page.getByRole("button", { name: "Agree for SG20" }));
  await expect(page.getByText("Nothing changes before every side has agreed.")).toHaveCount(0);
  await expect(page.getByText("Put forward by Philippa Marsh: SG2 meets in that week.")).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(2);

  await page.goto(`/series/${running}/meetings`);
  await expect(page.getByRole("heading", { name: "On everybody’s clock" })).toBeVisible();
  await expect(page.getByText(/^For you \(Seoul\)/)).toBeVisible();
  await expectAccessible(page);
});
