import { hostileFiles } from "../support/hostile-calendars.ts";
import { cell, firstMonday, later, makeOpenPoll, offer, press } from "./support/open-poll.ts";
import { ask, becomes, expect, expectAccessible, test } from "./support/test.ts";

const CO_CHAIR = "Philippa Marsh";
const FIRST = "Grace Mwangi";
const SECOND = "Miguel Santos";
const reference = `answering-journey-${process.pid}`;
const monday = firstMonday();
/** Ten days over two weeks, four times a day. */
const FORTY = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].flatMap((days) =>
  ["09:00", "11:00", "14:00", "16:00"].map((clock) => [later(monday, days), clock] as const),
);

test.describe.configure({ mode: "serial" });
let linkOf: (name: string) => string;
test.beforeAll(async () => {
  const people = {
    A: { coChair: CO_CHAIR, delegate: FIRST },
    B: { coChair: "Han Seojun", delegate: SECOND },
  };
  linkOf = await makeOpenPoll(reference, people, FORTY);
});

const save = { name: "Save my answers" };
const saved = /Saved \d\d:\d\d Geneva/;
const packed = async (name: string) =>
  (
    await ask<{ answers: Buffer | null }>(
      "demo",
      `select i.answers from poll_invitees i join people p on p.id = i.person_id join date_polls d on d.id = i.poll_id
       join joint_series s on s.id = d.series_id where p.name = $1 and s.reference = $2`,
      [name, reference],
    )
  )[0]?.answers;

test("a delegate answers forty slots from the link in a mail with at most twelve presses", async ({
  page,
}) => {
  let presses = 0;
  const act = async (does: () => Promise<unknown>) => {
    presses += 1;
    await does();
  };
  await act(() => page.goto(linkOf(FIRST)));
  await expect(page.getByRole("grid", { name: "Your answer to each slot" })).toBeVisible();
  await expect(page.getByRole("gridcell").and(page.locator("[data-slot]"))).toHaveCount(40);
  const [from, to] = [await press(page, 1, "no").boundingBox(), await cell(page, 9).boundingBox()];
  await act(async () => {
    await page.mouse.move((from?.x ?? 0) + 15, (from?.y ?? 0) + 15);
    await page.mouse.down();
    await page.mouse.move((from?.x ?? 0) + 15, (to?.y ?? 0) + 15, { steps: 2 });
    await page.mouse.up();
  });
  for (const number of [1, 5, 9]) await expect(cell(page, number)).toHaveAttribute("data-given", "no");
  await act(() => press(page, 2, "if_need_be").click());
  await act(() =>
    page
      .getByRole("button", { name: /^All of Tuesday .*: if need be$/ })
      .first()
      .click(),
  );
  await act(() =>
    page
      .getByRole("group", { name: /no answer yet/ })
      .getByText("yes")
      .click(),
  );
  await expect(page.getByText("All slots are answered.")).toBeVisible();
  await expect(page.getByText("Not saved yet.")).toBeVisible();
  await act(() => page.getByRole("button", save).click());
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  expect(presses).toBeLessThanOrEqual(12);
  const bits = await packed(FIRST);
  // Monday: no, if need be, yes, yes; Tuesday: if need be; Wednesday: no, then yes.
  expect([...(bits ?? [])].slice(0, 4)).toEqual([0b01_01_10_11, 0b10_10_10_10, 0b01_01_01_11, 0b01_01_01_01]);
});

test("the grid is answered with keys alone and says each slot, its answer and its number", async ({
  page,
}) => {
  await page.goto(linkOf(SECOND));
  const grid = page.getByRole("grid");
  const first = cell(page, 1);
  await expect(grid).toBeVisible();
  await first.focus();
  await expect(first).toHaveAccessibleName(
    /^Monday \d+ \w+, \d\d:00 to \d\d:00 your time, no answer, 1 of 40$/,
  );
  await page.keyboard.press("y");
  await expect(first).toHaveAccessibleName(/your time, yes, 1 of 40$/);
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, 2)).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(4);
  await page.keyboard.press("m");
  for (const number of [2, 3, 6, 7])
    await expect(cell(page, number)).toHaveAttribute("data-given", "if_need_be");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await expect(cell(page, 5)).toBeFocused();
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("n");
  for (const number of [5, 6, 7, 8]) await expect(cell(page, number)).toHaveAttribute("data-given", "no");
  await page.keyboard.press("Delete");
  await expect(cell(page, 6)).toHaveAttribute("data-given", "");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 6)).toHaveAttribute("data-given", "no");
  await page.keyboard.press("Control+End");
  await expect(cell(page, 40)).toBeFocused();
  await page.keyboard.press("Tab"); // one stop for the whole grid
  await expect(page.getByText("Fill in from a calendar file")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("A note to the co-chairs")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`the sheet breaks no rule of accessibility as grid and as list, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(linkOf(SECOND));
    await expect(page.getByRole("grid")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Show as a list" }).click();
    await expect(page.getByRole("radiogroup")).toHaveCount(40);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole("radiogroup")).toHaveCount(40); // remembered
  });

test("zones stand side by side, the clock has twelve hours, and both are remembered", async ({ page }) => {
  await page.goto(linkOf(FIRST));
  await page.getByText("Time zones and clock").click();
  await page.getByLabel("Time zone of the sheet").fill("Asia/Tokyo");
  await page.getByLabel("Zones beside it").fill("America/New_York Asia/Seoul");
  await page.getByLabel("Clock").selectOption("12");
  await page.getByRole("button", { name: "Show it so" }).click();
  await expect(page.getByRole("columnheader", { name: /New York/ })).toBeVisible();
  await expect(cell(page, 2)).toHaveAccessibleName(
    / [67]:00 PM to [89]:00 PM your time, if need be, 2 of 40$/,
  );
  await page.reload();
  await expect(cell(page, 2)).toHaveAccessibleName(
    / [67]:00 PM to [89]:00 PM your time, if need be, 2 of 40$/,
  );
});

test("changes that were not saved survive a reload, and can be forgotten", async ({ page }) => {
  await page.goto(linkOf(FIRST));
  await press(page, 4, "no").click();
  await page.getByLabel("A note to the co-chairs").fill("Mornings, please.");
  await expect(page.getByText("Not saved yet.")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/which you had not saved, are back/)).toBeVisible();
  await expect(cell(page, 4)).toHaveAttribute("data-given", "no");
  await expect(page.getByLabel("A note to the co-chairs")).toHaveValue("Mornings, please.");
  await page.getByRole("button", { name: "Forget these changes" }).click();
  await expect(cell(page, 4)).toHaveAttribute("data-given", "yes");
  await page.reload();
  await expect(cell(page, 4)).toHaveAttribute("data-given", "yes");
  await expect(page.getByText(/which you had not saved/)).toHaveCount(0);
});

test("a lost connection is told, and the answers are sent by themselves when it is back", async ({
  page,
  context,
}) => {
  await page.goto(linkOf(FIRST));
  await press(page, 8, "no").click();
  await context.setOffline(true);
  await page.getByRole("button", save).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await expect(cell(page, 8)).toHaveAttribute("data-given", "no");
  await context.setOffline(false);
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(page.getByText("The server cannot be reached")).toHaveCount(0);
  await page.reload();
  await expect(cell(page, 8)).toHaveAttribute("data-given", "no");
});

test("a stale sheet is refused with the slots that came, and nothing that was answered is lost", async ({
  page,
}) => {
  await page.goto(linkOf(FIRST));
  await press(page, 12, "no").click();
  const [added] = await offer(reference, CO_CHAIR, [[later(monday, 14), "09:00"]]);
  await page.getByRole("button", save).click();
  await expect(page.getByText("The slots changed since you opened this page").first()).toBeVisible();
  await expect(page.getByText("New slots, for you to answer:")).toBeVisible();
  await expect(page.locator(`[data-slot="${added}"]`)).toContainText("new");
  await expect(cell(page, 12)).toHaveAttribute("data-given", "no");
  await page.locator(`[data-slot="${added}"] [data-value="yes"]`).click();
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await page.reload();
  await expect(cell(page, 12)).toHaveAttribute("data-given", "no");
  await expect(cell(page, 41)).toHaveAttribute("data-given", "yes");
});

test("two windows of one person: the second to save is told, and keeps what it has", async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const second = await other.newPage();
  await becomes(second, FIRST);
  await page.goto(linkOf(FIRST));
  await second.goto(`/series/${reference}/dates/answer`);
  await press(page, 15, "no").click();
  await press(second, 16, "no").click();
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await second.getByRole("button", save).click();
  await expect(second.getByText(/saved other answers meanwhile/)).toBeVisible();
  await expect(cell(second, 16)).toHaveAttribute("data-given", "no");
  await second.getByRole("button", save).click();
  await expect(second.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await other.close();
});

test("a note changed in two windows: the second to save sees both, and loses neither", async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await browser.newContext({ baseURL: baseURL ?? "" });
  const second = await other.newPage();
  await becomes(second, FIRST);
  await page.goto(linkOf(FIRST));
  await second.goto(`/series/${reference}/dates/answer`);
  for (const each of [page, second]) await expect(each.getByRole("grid")).toBeVisible(); // scripts run
  await page.getByLabel("A note to the co-chairs").fill("Mornings, please.");
  await second.getByLabel("A note to the co-chairs").fill("Not on Fridays.");
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await second.getByRole("button", save).click();
  await expect(second.getByText(/^Another note was saved meanwhile/)).toBeVisible();
  await expect(second.getByRole("blockquote")).toHaveText("Mornings, please.");
  await expect(second.getByLabel("A note to the co-chairs")).toHaveValue("Not on Fridays.");
  await expectAccessible(second);
  await second.getByRole("button", { name: "Take the other note" }).click();
  await expect(second.getByLabel("A note to the co-chairs")).toHaveValue("Mornings, please.");
  await second.getByRole("button", { name: "Put mine back" }).click();
  await expect(second.getByLabel("A note to the co-chairs")).toHaveValue("Not on Fridays.");
  await second.getByRole("button", save).click();
  await expect(second.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(second.getByRole("blockquote")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("A note to the co-chairs")).toHaveValue("Not on Fridays.");
  await other.close();
});

test("without scripts, too, a note that was changed elsewhere stands beside the one that was typed", async ({
  page,
  browser,
  baseURL,
}) => {
  const plain = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const second = await plain.newPage();
  await second.goto(linkOf(FIRST));
  await page.goto(linkOf(FIRST));
  await expect(page.getByRole("grid")).toBeVisible(); // scripts run
  await page.getByLabel("A note to the co-chairs").fill("Mornings after all.");
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await second.getByLabel("A note to the co-chairs").fill("Only Tuesdays.");
  await second.getByRole("button", save).click();
  await expect(second.getByRole("blockquote")).toHaveText("Mornings after all.");
  await expect(second.getByLabel("A note to the co-chairs")).toHaveValue("Only Tuesdays.");
  await expect(second.getByRole("button", { name: "Take the other note" })).toBeHidden();
  await second.getByRole("button", save).click();
  await expect(second.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(second.getByLabel("A note to the co-chairs")).toHaveValue("Only Tuesdays.");
  await plain.close();
});

test("nothing that was typed is lost when the session ends before saving", async ({ page }) => {
  await becomes(page, SECOND);
  await page.goto(`/series/${reference}/dates/answer`);
  await press(page, 20, "no").click();
  await page.context().clearCookies();
  await page.getByRole("button", save).click();
  await expect(page.getByRole("alert").filter({ hasText: /sign in/i })).toBeVisible();
  await expect(cell(page, 20)).toHaveAttribute("data-given", "no");
  await page.getByRole("link", { name: /^Sign in and come back/ }).click();
  await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(`/series/${reference}/dates/answer`)}`);
  await becomes(page, SECOND);
  await page.goto(`/series/${reference}/dates/answer`);
  await expect(cell(page, 20)).toHaveAttribute("data-given", "no");
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
});

const calendar = (...lines: string[]) => ({
  name: "mine.ics",
  mimeType: "text/calendar",
  buffer: Buffer.from(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mine//EN", ...lines, "END:VCALENDAR", ""].join("\r\n"),
  ),
});
const entry = (...lines: string[]) => [
  ...["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", "SUMMARY:Surgery of my daughter"],
  ...[...lines, "END:VEVENT"],
];

const HARM = {
  "as many empty events as fit": "This file could not be read as a calendar in time. Nothing was changed.",
  "rule-minutely.ics": "1 entry could not be read exactly and was passed over: from line 3 of the file.",
};

test("a calendar file answers slots and never leaves the browser, and a hostile one does not hold the page up", async ({
  page,
}) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.goto(linkOf(FIRST));
  await page.getByText("Fill in from a calendar file").click();
  const day = later(monday, 1).replaceAll("-", "");
  const busy = entry(`DTSTART;TZID=Europe/Zurich:${day}T100000`, "DURATION:PT2H");
  await page.getByLabel("Choose a calendar file").setInputFiles(calendar(...busy));
  await expect(page.getByText("2 slots lie on them and were answered for you.")).toBeVisible();
  for (const number of [5, 6]) await expect(cell(page, number)).toHaveAttribute("data-given", "no");
  await expect(cell(page, 7)).toHaveAttribute("data-given", "if_need_be");
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.filter((request) => /Surgery|VEVENT|VCALENDAR/.test(request))).toEqual([]);

  const bomb = entry(
    "DTSTART:19000101T000000Z",
    "DURATION:PT0S",
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  );
  await page.getByLabel("Choose a calendar file").setInputFiles(calendar(...bomb));
  await press(page, 30, "no").click(); // while the file is being read
  await expect(cell(page, 30)).toHaveAttribute("data-given", "no");
  await expect(page.getByText("No slot lies on one of them.")).toBeVisible(); // a rule that never comes true

  for (const [name, sentence] of Object.entries(HARM)) {
    const buffer = Buffer.from(hostileFiles().find((file) => file.name === name)?.bytes ?? []);
    const file = { name: "harm.ics", mimeType: "text/calendar", buffer };
    await page.getByLabel("Choose a calendar file").setInputFiles(file);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  const elsewhere = entry(`DTSTART;TZID=Mars/Olympus:${day}T100000`, "DURATION:PT2H");
  await page.getByLabel("Choose a calendar file").setInputFiles(calendar(...elsewhere));
  await expect(page.getByText("This time zone is not known: Mars/Olympus.")).toBeVisible();
  await press(page, 31, "no").click();
  await expect(cell(page, 31)).toHaveAttribute("data-given", "no");
});

test("people asked write comments to one another, and a deleted one can no longer be read", async ({
  page,
}) => {
  await page.goto(linkOf(FIRST));
  await page.getByLabel("Your comment").fill("Could we avoid the Monday?");
  await page.getByRole("button", { name: "Write the comment" }).click();
  await expect(page.getByText("Could we avoid the Monday?")).toBeVisible();
  await page.goto(linkOf(SECOND));
  await expect(page.getByText("Could we avoid the Monday?")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: FIRST })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toHaveCount(0);
  expect(await page.content()).not.toContain("@example.org");
  await page.goto(linkOf(FIRST));
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("This comment was deleted.")).toBeVisible();
  await page.goto(linkOf(SECOND));
  await expect(page.getByText("This comment was deleted.")).toBeVisible();
  expect(await page.content()).not.toContain("avoid the Monday");
});

test("the own profile fills in the poll as proposals, marked until they are saved", async ({ page }) => {
  const THIRD = "Han Seojun";
  await becomes(page, THIRD);
  await page.goto("/me/availability");
  await expectAccessible(page);
  await page.getByLabel("Time zone there").fill("America/New_York");
  await page.getByLabel("First day there").fill(later(monday, 7));
  await page.getByLabel("Last day there").fill(later(monday, 11));
  await page.getByRole("button", { name: "Add this stay" }).click();
  await expect(page.getByText("America/New_York ·")).toBeVisible();
  await page
    .getByRole("group", { name: /Slots inside these hours/ })
    .getByText("yes")
    .click();
  await page
    .getByRole("group", { name: /Slots outside these hours/ })
    .getByText("no", { exact: true })
    .click();
  await page.getByRole("button", { name: "Save my usual hours" }).click();
  await expect(page.getByRole("button", { name: "Forget my usual hours" })).toBeVisible();

  await page.goto(`/series/${reference}/dates/answer`);
  await expect(page.getByText("You are in New York").first()).toBeVisible();
  await expect(page.getByText(/filled in from your profile/)).toBeVisible();
  await expect(cell(page, 21)).toHaveAccessibleName(
    /03:00 to 05:00 your time in New York, no, from your profile/,
  );
  await expect(cell(page, 23)).toHaveAccessibleName(
    /08:00 to 10:00 your time in New York, yes, from your profile/,
  );
  await press(page, 23, "if_need_be").click();
  await page.getByRole("button", save).click();
  await expect(page.getByRole("status").filter({ hasText: saved })).toBeVisible();
  await expect(page.getByText(/filled in from your profile/)).toHaveCount(0);
  await expect(cell(page, 23)).toHaveAccessibleName(/in New York, if need be, 23 of 41$/);
});
