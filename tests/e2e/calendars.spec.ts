import { becomes, expect, expectAccessible, test } from "./support/test.ts";

test.describe.configure({ mode: "serial" });

const ADMINISTRATOR = "Ada Keller";
const title = `Days off in Norway ${Date.now()}`;

test("an administrator imports holidays, sees what a newer file changes, and makes them block", async ({
  page,
}) => {
  test.slow();
  await becomes(page, ADMINISTRATOR);
  await page.goto("/calendars");
  await expect(page.getByRole("heading", { level: 1, name: "Calendars" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Holidays of a country").check();
  await page.getByLabel("Title").fill(title);
  await page.getByRole("combobox", { name: "Country" }).selectOption({ label: "Norway" });
  await page.getByRole("button", { name: "Add this calendar" }).click();

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("No entries yet")).toBeVisible();
  await expectAccessible(page);
  await page
    .getByLabel("Or paste its text")
    .fill("title,opens\nDay of Numbers,2027-03-17\nHarvest day,2027-09-27\n");
  await page.getByLabel("Source").fill("Letter 1");
  await page.getByLabel("As of").fill("2026-10-01");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("2 entries in the file: 2 added, 0 removed")).toBeVisible();
  await expect(page.getByText("No entries yet")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 2 entries" }).click();
  await expect(page.getByText("Imported 2 entries.")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Harvest day" })).toBeVisible();

  await page.locator("input[type=file]").setInputFiles({
    ...{ name: "newer.csv", mimeType: "text/csv" },
    buffer: Buffer.from("title,opens\nDay of Numbers,2027-03-18\nHarvest day,2027-09-27\n"),
  });
  await page.getByLabel("Source").fill("Letter 2");
  await page.getByLabel("As of").fill("2026-09-01");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "which is newer" })).toBeVisible();
  await page.getByLabel("As of").fill("2026-11-01");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("0 added, 0 removed, 1 moved")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 entries" }).click();
  await expect(page.getByText("Superseded")).toBeVisible();

  await page.getByText("Change title or effect").click();
  await page.getByLabel("Block", { exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Blocks", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("a hostile file is refused in words, and the page goes on", async ({ page }) => {
  await becomes(page, ADMINISTRATOR);
  await page.goto("/calendars");
  await page.getByRole("link", { name: title }).click();
  await page.locator("input[type=file]").setInputFiles("tests/fuzz/calendars/rule-secondly.ics");
  await page.getByLabel("Source").fill("Somebody");
  await page.getByRole("button", { name: "Show what would change" }).click();

  await expect(
    page.getByRole("alert").filter({ hasText: "repeats more often than a meeting can be held" }),
  ).toBeVisible();
  await expect(page.getByLabel("Source")).toHaveValue("Somebody");
});

test("a delegate reads the calendars and changes nothing; samples can be loaded", async ({ page }) => {
  await becomes(page, "Claire Fontaine");
  await page.goto("/calendars");
  await expect(page.getByRole("button", { name: "Add this calendar" })).toHaveCount(0);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("rowheader", { name: "Harvest day" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show what would change" })).toHaveCount(0);
  await page.goto("/calendars");
  const [sample] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Holidays (ICS)" }).click(),
  ]);
  expect(sample.suggestedFilename()).toBe("sample-holidays.ics");
});

test("an administrator puts another edition of a rule in force, and everybody reads its history", async ({
  page,
}) => {
  await becomes(page, ADMINISTRATOR);
  await page.goto("/admin/rules");
  await expectAccessible(page);
  await page.getByRole("link", { name: "D6", exact: true }).click();
  await expect(page.getByText("This rule is as it was shipped.")).toBeVisible();
  await page.getByLabel("Too long above, in minutes").fill("200");
  await page.getByLabel("Reason").fill(" ");
  await page.getByRole("button", { name: "Put this edition in force" }).click();
  await expect(page.getByText("Fill this in.")).toBeVisible();
  await expect(page.getByLabel("Too long above, in minutes")).toHaveValue("200");
  await page.getByLabel("Reason").fill("The planner was revised");
  await page.getByRole("button", { name: "Put this edition in force" }).click();
  await expect(page.getByRole("cell", { name: "The planner was revised" })).toBeVisible();
  await expectAccessible(page);

  await becomes(page, "Claire Fontaine");
  await page.goto("/admin/rules/D6");
  await expect(page.getByRole("cell", { name: "The planner was revised" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Put this edition in force" })).toHaveCount(0);
});
