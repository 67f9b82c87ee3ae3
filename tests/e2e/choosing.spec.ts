import { makeAgreedSeries } from "./support/agreed-series.ts";
import { closeHardPollOf } from "./support/hard-poll.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const PEOPLE = {
  A: { coChair: FIRST, delegate: "Claire Fontaine" },
  B: { coChair: "Han Seojun", delegate: "Li Wenjie" },
};
const reference = `hard-choice-${process.pid}`;
const choose = `/series/${reference}/dates/choose`;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  await makeAgreedSeries(reference, PEOPLE);
  await closeHardPollOf(reference);
});

test("a search that takes long is seen, given up and begun again, and says how far its result can be wrong", async ({
  page,
}) => {
  await becomes(page, FIRST);
  const asked = page.waitForResponse((response) => response.url().includes("/choose/ranking"));
  await page.goto(choose);
  await expect(page.getByRole("progressbar", { name: "Searching" })).toBeVisible();
  await expect(page.getByText(/The best series will stand here/)).toBeVisible();
  await expect(page.getByText(/^\d+ % searched/)).toBeVisible();
  await asked;
  const stopped = page.waitForEvent("requestfailed", (request) => request.url().includes("/ranking"));
  await page.getByRole("button", { name: "Give up" }).click();
  await stopped;

  await expect(page.getByText("You gave up the search.")).toBeVisible();
  await expect(page.getByText(/^No series is shown yet/)).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(0);
  await expectAccessible(page);

  const begun = Date.now();
  await page.getByRole("button", { name: "Search again" }).click();
  await expect(page.getByText("You gave up the search.")).toHaveCount(0);
  await expect(page.getByRole("progressbar", { name: "Searching" })).toBeVisible();
  await expect(
    page.getByText(/^Not proven in \d+ ms: another series might reach up to \d+ more/),
  ).toBeVisible();
  // A search takes five seconds here. Had the one that was given up gone on, it would have been joined and come sooner.
  expect(Date.now() - begun).toBeGreaterThanOrEqual(5_000);
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expectAccessible(page);

  await page.getByLabel("At least between two meetings").fill("8");
  await page.getByRole("button", { name: "Give up" }).click();
  await expect(page.getByText(/^The series below were found before your last change/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
});

test("who has no scripts gets the whole ranking, however long it takes", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await becomes(page, FIRST);
  await page.goto(`${choose}?gap=9`);
  await expect(page).toHaveURL(/gap=9&wait=1$/);
  await expect(page.getByText(/^Not proven in/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
  await page.getByRole("button", { name: "Move up: Early dates" }).click();
  await expect(page).toHaveURL(/up=earliest/);
  await expect(page.getByRole("heading", { name: /^Series \d/ })).toHaveCount(5);
  await context.close();
});

test("people are found by letters of their names, and a name that is not clear adds nobody", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(`${choose}?gap=9`);
  await expect(page.locator("datalist option")).toHaveCount(0); // nobody's name comes with the page
  const field = page.getByLabel("Find somebody by name");
  await field.fill("oise 7 o");
  await expect(page.locator(`datalist option[value="Noise 7 of ${reference}"]`)).toHaveCount(1);
  await field.press("Enter");
  await expect(page.getByText(/^Nobody was added: “oise 7 o” is not the whole name/)).toBeVisible();
  await field.fill(`noise 7 of ${reference}`);
  await field.press("Enter");
  await expect(page.getByRole("checkbox", { name: `Noise 7 of ${reference}` })).toBeChecked();
  await expect(page.getByText(/^Nobody was added/)).toHaveCount(0);
  await expect(page).toHaveURL(/required=/);
});
