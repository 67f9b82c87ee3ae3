import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import nodeIcal from "node-ical";
import { makeRunningSeries } from "./support/running-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const SECRETARIAT = "Lena Brunner";
const CO_CHAIR = "Han Seojun";
const DELEGATE = "Hamish Stewart";
const people = { sg2CoChair: "Philippa Marsh", sg20CoChair: CO_CHAIR, delegate: DELEGATE };

/** The meetings in a file that the link leads to. */
async function meetingsIn(page: Page, link: ReturnType<Page["getByRole"]>) {
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const calendar = nodeIcal.sync.parseICS(readFileSync(await file.path(), "utf8"));
  return Object.values(calendar).flatMap((part) =>
    part?.type === "VEVENT"
      ? [{ uid: part.uid, status: part.status, hour: new Date(part.start).getUTCHours() }]
      : [],
  );
}

test("a secretariat reviews, edits and issues an announcement, and both sides get it with the three meetings", async ({
  page,
}) => {
  test.slow(); // it loads a dozen pages and checks each
  const reference = `announcement-journey-${randomInt(1e9)}`;
  await makeRunningSeries(reference, people);
  await becomes(page, SECRETARIAT);

  await page.goto(`/series/${reference}/announcements`);
  await expect(page.getByText("Nothing has been announced yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Draft an announcement" }).click();
  await expect(page.getByRole("heading", { name: "Announcement 1" })).toBeVisible();
  await expect(page.getByText("A draft. Nobody has been told yet.")).toBeVisible();
  await expectAccessible(page);

  // What would be wrong is said where it stands, and what was typed is kept.
  await page.getByLabel("Practical notes").fill("Doors open at 12:45.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("gives a time without its zone")).toBeVisible();
  await expect(page.getByRole("button", { name: "Issue it" })).toHaveCount(0);
  await page.getByLabel("Practical notes").fill("Doors open at 12:45 Geneva time. أهلا 🗓️");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article")).toContainText("Doors open at 12:45 Geneva time. أهلا 🗓️");

  await expect(page.getByText("receive this mail with 3 calendar entries")).toBeVisible();
  await page.getByRole("button", { name: "Issue it" }).click();
  await expect(page.getByText(`Issued by ${SECRETARIAT}. It cannot change any more.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.filter({ hasText: "sg20" }).first()).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("none waits")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectAccessible(page);
  expect(await meetingsIn(page, page.getByRole("link", { name: "meetings.ics" }))).toEqual(
    [0, 1, 2].map((n) => ({ uid: `${reference}-${n}@example.org`, status: "TENTATIVE", hour: 12 })),
  );

  // The mailbox has it for both lists, as it would look.
  await page.getByRole("link", { name: "Mailbox" }).click();
  await expect(page.getByRole("heading", { name: "Mailbox of the demonstration" })).toBeVisible();
  await expectAccessible(page);
  const subject = page.getByRole("link", { name: /Joint meetings of Q1\/2 and Q6\/20/ });
  await subject.first().click();
  await expect(page.getByRole("article")).toContainText("Doors open at 12:45 Geneva time. أهلا 🗓️");
  await expectAccessible(page);
  expect(await meetingsIn(page, page.getByRole("link", { name: "meetings.ics" }))).toHaveLength(3);
});

test("a delegate reads what was announced, without an address of a person and without a button", async ({
  page,
}) => {
  const reference = `announcement-delegate-${randomInt(1e9)}`;
  await makeRunningSeries(reference, people);
  await becomes(page, CO_CHAIR);
  await page.goto(`/series/${reference}/announcements`);
  await page.getByRole("button", { name: "Draft an announcement" }).click();
  await expect(page.getByText("A secretariat of either side issues it.")).toBeVisible();

  await becomes(page, DELEGATE);
  await page.goto(`/series/${reference}/announcements/1`);
  await expect(page.getByText("not shown to you").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Issue it" })).toHaveCount(0);
  expect(await page.content()).not.toContain("philippa.marsh");
});
