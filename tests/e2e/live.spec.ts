import { firstMonday, later, makeOpenPoll, press } from "./support/open-poll.ts";
import { becomes, expect, test } from "./support/test.ts";

const CO_CHAIR = "Philippa Marsh";
const DELEGATE = "Nomsa Dlamini";
const reference = `live-journey-${process.pid}`;
const dates = `/series/${reference}/dates`;
const monday = firstMonday();
const SLOTS = [0, 7].map((days) => [later(monday, days), "14:00"] as const);

test.describe.configure({ mode: "serial" });
let linkOf: (name: string) => string;
test.beforeAll(async () => {
  const people = {
    A: { coChair: CO_CHAIR, delegate: DELEGATE },
    B: { coChair: "Han Seojun", delegate: "Rohan Deshpande" },
  };
  linkOf = await makeOpenPoll(reference, people, SLOTS);
});

const save = { name: "Save my answers" };
const saved = /Saved \d\d:\d\d Geneva/;

test("one answers in one browser, and the totals move in another without a reload", async ({
  page,
  browser,
  baseURL,
}) => {
  await becomes(page, CO_CHAIR);
  await page.goto(dates);
  await expect(page.getByText("0 of 4 people have answered")).toBeVisible();
  await expect(page.getByText("only 0 of 1 needed")).toHaveCount(4);
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));

  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const delegate = await other.newPage();
  await delegate.goto(linkOf(DELEGATE));
  await press(delegate, 1, "yes").click();
  await press(delegate, 2, "no").click();
  await delegate.getByRole("button", save).click();
  await expect(delegate.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(page.getByText("only 0 of 1 needed")).toHaveCount(3);
  await expect(page.getByText(/^Brought up to date/)).toBeVisible();

  await press(delegate, 2, "if_need_be").click();
  await delegate.getByRole("button", save).click();
  await expect(page.getByText("only 0 of 1 needed")).toHaveCount(2);
  await expect(page.locator("body[data-same-page]")).toHaveCount(1);
  await other.close();
});

test("a second window of the same browser shows what the first saved, and tells where both changed a slot", async ({
  context,
}) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const window of [first, second]) {
    await window.goto(linkOf("Rohan Deshpande"));
    await expect(window.getByRole("grid")).toBeVisible();
  }
  await press(first, 1, "yes").click();
  await first.getByRole("button", save).click();
  await expect(first.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(second.locator("[data-slot]").first()).toHaveAttribute("data-given", "yes");
  await expect(second.getByText(/Not saved yet/)).toHaveCount(0);

  await press(second, 2, "no").click();
  await second.getByRole("button", save).click();
  await expect(second.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(first.locator("[data-slot]").nth(1)).toHaveAttribute("data-given", "no");
});

test("the own answers on another device are shown after a refusal, and none is replaced without a word", async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const phone = await other.newPage();
  for (const device of [page, phone]) await device.goto(linkOf(CO_CHAIR));
  await press(page, 1, "yes").click();
  await press(page, 2, "yes").click();
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await press(phone, 1, "no").click();
  await phone.getByRole("button", save).click();
  await expect(phone.getByText(/saved other answers meanwhile/)).toBeVisible();
  await expect(phone.getByText(/^1 slot was answered otherwise in another window/)).toBeVisible();
  await expect(phone.locator("[data-slot]").first()).toHaveAttribute("data-given", "no");
  await expect(phone.locator("[data-slot]").nth(1)).toHaveAttribute("data-given", "yes");
  await phone.getByRole("button", { name: "Take the other answers" }).click();
  await expect(phone.locator("[data-slot]").first()).toHaveAttribute("data-given", "yes");
  await expect(phone.getByText(/was answered otherwise/)).toHaveCount(0);
  await other.close();
});
