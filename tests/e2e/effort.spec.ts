import type { Locator, Page } from "@playwright/test";
import { demonstrationLetter } from "../../prisma/seed/letter.ts";
import { makeRunningSeries } from "./support/running-series.ts";
import { cell, firstMonday, later, makeOpenPoll } from "./support/open-poll.ts";
import { becomes, expect, test } from "./support/test.ts";

/** How many clicks, taps and keys other than free text the tasks of the whole path take. */
const CO_CHAIR = "Philippa Marsh";
const SECRETARIAT = "Lena Brunner";
const TITLE = `LS/o/r on few clicks ${process.pid}`;
const LETTER = demonstrationLetter({ targetMonth: "May 2031", nextMeeting: "16-26 September 2031" });

/** Does what a person does, and counts it. */
function counted(page: Page) {
  let acts = 0;
  return {
    async open(path: string) {
      acts += 1;
      await page.goto(path);
    },
    async click(target: Locator) {
      acts += 1;
      await target.click();
    },
    /** One click into the field; what is typed there is free text. */
    async fill(target: Locator, text: string) {
      acts += 1;
      await target.fill(text);
    },
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        acts += 1;
        await page.keyboard.press(key);
      }
    },
    total: () => acts,
  };
}

test("with keys alone a delegate comes from the mail to forty saved answers in at most twelve presses", async ({
  page,
}) => {
  const monday = firstMonday();
  const forty = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].flatMap((days) =>
    ["09:00", "11:00", "14:00", "16:00"].map((clock) => [later(monday, days), clock] as const),
  );
  const people = {
    A: { coChair: CO_CHAIR, delegate: "Grace Mwangi" },
    B: { coChair: "Han Seojun", delegate: "Rohan Deshpande" },
  };
  const linkOf = await makeOpenPoll(`effort-journey-${process.pid}`, people, forty);
  const delegate = counted(page);
  await delegate.open(linkOf("Grace Mwangi"));
  await expect(page.getByRole("grid")).toBeVisible();
  await delegate.press("Tab", "Enter");
  await expect(cell(page, 1)).toBeFocused();
  await delegate.press("Control+a", "y", "ArrowDown", "Shift+End", "n", "ArrowDown", "m", "Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: /Saved \d\d:\d\d Geneva/ })).toBeVisible();
  expect(delegate.total()).toBeLessThanOrEqual(12);
  await page.reload();
  await expect(page.getByText("All slots are answered.")).toBeVisible();
  for (const number of [5, 6, 7, 8]) await expect(cell(page, number)).toHaveAttribute("data-given", "no");
  await expect(page.locator('[data-given="if_need_be"]')).toHaveCount(1);
  await expect(page.locator('[data-given="yes"]')).toHaveCount(35);
});

test("a co-chair comes from the pasted letter to an open poll with forty slots in at most fifteen acts", async ({
  page,
}) => {
  test.slow();
  await becomes(page, CO_CHAIR);
  await page.goto("/letters/new");
  const coChair = counted(page);
  await coChair.fill(page.getByLabel("Text of the letter"), LETTER);
  await coChair.click(page.getByRole("button", { name: "Read the letter" }));
  const form = page.getByRole("region", { name: "What was understood" });
  await coChair.fill(form.getByLabel("Title", { exact: true }), TITLE);
  await coChair.fill(form.getByLabel("E-mail of the co-chair").nth(0), "philippa.marsh@example.org");
  await coChair.fill(form.getByLabel("E-mail of the co-chair").nth(1), "han.seojun@example.org");
  await coChair.click(form.getByRole("button", { name: "Record the letter" }));
  await expect(page).toHaveURL(/\/series\/sg2-sg20-/);
  const series = new URL(page.url()).pathname;

  const consents = async (of: ReturnType<typeof counted>, letter: string, group: string) => {
    const consent = page.locator(`#consent-${letter}`);
    await of.click(consent.getByRole("radio", { name: "Agrees", exact: true }));
    await of.click(consent.getByRole("radio", { name: "by correspondence" }));
    await of.fill(consent.getByLabel("Decided by"), `${group} management team`);
    await of.click(consent.getByRole("button", { name: `Record the answer of ${group}` }));
    await expect(consent.getByText(`${group} management team`)).toBeVisible();
  };
  await consents(coChair, "a", "SG2");
  await becomes(page, "Khalid Al Mansoori");
  await page.goto(series);
  await consents(counted(page), "b", "SG20"); // what the other side does is not the co-chair's effort

  await becomes(page, CO_CHAIR);
  await page.goto(series);
  await coChair.click(page.getByRole("main").getByRole("link", { name: "Offer dates" }).first());
  const many = page.getByRole("form", { name: "Make many at once" });
  await coChair.click(many.getByRole("button", { name: /^Add \d+ slots to the list$/ }));
  await coChair.click(page.getByRole("button", { name: /^Offer \d+ slots$/ }));
  const offered = page.getByText(/^You offered \d+ slots together/);
  expect(Number(/\d+/.exec(await offered.innerText())?.[0])).toBeGreaterThanOrEqual(40);
  await coChair.click(page.getByRole("link", { name: "To the dates" }));
  await coChair.click(page.getByRole("button", { name: /^Open the poll and mail/ }));
  await expect(page.getByText("Open for answers")).toBeVisible();
  expect(coChair.total()).toBeLessThanOrEqual(15);
});

test("a secretariat comes from the decided series to the sent announcement in at most four clicks", async ({
  page,
}) => {
  const reference = `effort-announcement-${process.pid}`;
  await makeRunningSeries(reference, {
    ...{ sg2CoChair: CO_CHAIR, sg20CoChair: "Han Seojun", delegate: "Hamish Stewart" },
  });
  await becomes(page, SECRETARIAT);
  await page.goto(`/series/${reference}`);
  const secretariat = counted(page);
  await secretariat.click(page.getByRole("link", { name: "Announcements", exact: true }));
  await secretariat.click(page.getByRole("button", { name: "Draft an announcement" }));
  await expect(page.getByText("receive this mail with 3 calendar entries")).toBeVisible();
  await secretariat.click(page.getByRole("button", { name: "Issue it" }));
  await expect(page.getByText(`Issued by ${SECRETARIAT}. It cannot change any more.`)).toBeVisible();
  expect(secretariat.total()).toBeLessThanOrEqual(4);
});
