import { makeAgreedSeries } from "./support/agreed-series.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const CO_CHAIR = "Philippa Marsh";
const reference = `drafts-journey-${process.pid}`;
const offering = `/series/${reference}/dates/offer`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test.describe.configure({ mode: "serial" });
test.beforeAll(() =>
  makeAgreedSeries(reference, {
    A: { coChair: CO_CHAIR, delegate: "Hamish Stewart" },
    B: { coChair: "Han Seojun", delegate: "Sunita Thapa" },
  }),
);

/** Three weekly meetings, one of them called off, as a calendar program writes them. */
const calendar = [
  ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Office//EN", "BEGIN:VEVENT", "UID:weekly@office"],
  ...["DTSTAMP:20260101T000000Z", "SUMMARY:Free for the joint meetings"],
  `DTSTART;TZID=Europe/Zurich:${inDays(63).replaceAll("-", "")}T140000`,
  ...["DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=3"],
  `EXDATE;TZID=Europe/Zurich:${inDays(70).replaceAll("-", "")}T140000`,
  ...["END:VEVENT", "END:VCALENDAR", ""],
].join("\r\n");

test("slots come from a calendar file, survive a reload until they are offered, and can be forgotten", async ({
  page,
}) => {
  await becomes(page, CO_CHAIR);
  await page.goto(offering);
  await page
    .getByLabel("Or a calendar file (.ics)")
    .setInputFiles({ name: "free.ics", mimeType: "text/calendar", buffer: Buffer.from(calendar) });
  await page.getByRole("button", { name: "Read the list" }).click();
  await expect(page.getByText("2 slots were read.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 slots are ready to be offered" })).toBeVisible();
  await expect(page.getByText(/kept on this device until you offer them/)).toBeVisible();

  await page.goto(`/series/${reference}/dates`);
  await page.goto(offering);
  await expect(page.getByText(/^The slots that you had not offered .* are back\./)).toBeVisible();
  await expect(page.getByRole("heading", { name: "2 slots are ready to be offered" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Forget them" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
  await expect(page.getByText(/are back\./)).toHaveCount(0);
});

test("what is offered does not come back, and another person of the browser sees nothing of it", async ({
  page,
}) => {
  await becomes(page, CO_CHAIR);
  await page.goto(offering);
  await page
    .getByLabel("Days and times")
    .fill([63, 77].map((days) => `${inDays(days)} 14:00 Geneva`).join("\n"));
  await page.getByRole("button", { name: "Read the list" }).click();
  await expect(page.getByRole("heading", { name: "2 slots are ready to be offered" })).toBeVisible();
  await becomes(page, "Han Seojun");
  await page.goto(offering);
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
  await becomes(page, CO_CHAIR);
  await page.goto(offering);
  await page.getByRole("button", { name: "Offer 2 slots" }).click();
  await expect(page.getByText("You offered 2 slots together")).toBeVisible();
  await page.reload();
  await expect(page.getByText("You offered 2 slots together")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing is ready to be offered" })).toBeVisible();
});
