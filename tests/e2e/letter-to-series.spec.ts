import { demonstrationLetter } from "../../prisma/seed/letter.ts";
import { mailFile, wordFile } from "../support/letter-files.ts";
import { becomes, expect, expectAccessible, test } from "./support/test.ts";

const LETTER = demonstrationLetter({ targetMonth: "May 2031", nextMeeting: "16-26 September 2031" });
const CO_CHAIR = "Philippa Marsh";

test("a co-chair pastes the letter, sees where each field comes from, and proposes the series", async ({
  page,
}) => {
  await becomes(page, CO_CHAIR);
  await page.goto("/letters");
  await expectAccessible(page);
  await page.goto("/letters/new");
  await expectAccessible(page);
  await page.getByLabel("Text of the letter").fill(LETTER);
  await page.getByRole("button", { name: "Read the letter" }).click();

  const form = page.getByRole("region", { name: "What was understood" });
  await expect(form.getByLabel("Number of meetings")).toHaveValue("3");
  await expect(form.getByLabel("Format", { exact: true })).toHaveValue("virtual");
  await expect(form.getByLabel("Mandate", { exact: false }).first()).toHaveValue("39A1/1");
  await expect(form.getByLabel("Target meeting of")).toHaveValue("TSAG");
  await expect(form.getByLabel("Month of the target meeting")).toHaveValue("2031-05");
  const sides = form.getByLabel("Co-chair put forward");
  await expect(sides.nth(0)).toHaveValue(CO_CHAIR);
  await expect(sides.nth(1)).toHaveValue("Han Seojun");
  await expect(form.getByLabel("To, purpose not stated")).toHaveValue("SG20");
  await expect(form.getByText("The letter has no title.")).toBeVisible();
  await expectAccessible(page);

  const letter = page.getByRole("region", { name: "The letter, with the words that were understood" });
  await form.getByLabel("Number of meetings").focus();
  await expect(letter.locator("mark[data-lit]").first()).toHaveText(/three|virtual/);
  await letter.getByText("39A1/1").click();
  await expect(form.getByLabel("Mandate", { exact: false }).first()).toBeFocused();

  await form.getByLabel("Title", { exact: true }).fill("LS/o/r on three joint meetings");
  await form.getByLabel("E-mail of the co-chair").nth(0).fill("no address");
  await form.getByLabel("E-mail of the co-chair").nth(1).fill("han.seojun@example.org");
  await form.getByRole("button", { name: "Record the letter" }).click();
  await expect(form.getByRole("alert")).toContainText("Nothing was saved");
  await expect(form.getByLabel("Title", { exact: true })).toHaveValue("LS/o/r on three joint meetings");
  await form.getByLabel("E-mail of the co-chair").nth(0).fill("philippa.marsh@example.org");
  await form.getByRole("button", { name: "Record the letter" }).click();

  await expect(page).toHaveURL(/\/series\/sg2-sg20-/);
  await page.goto(`${page.url()}/letters`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "LS/o/r on three joint meetings" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("LS/o/r on three joint meetings");
  await expect(page.locator("mark", { hasText: "39A1/1" })).toBeVisible();
  await expectAccessible(page);
});

test("a secretariat drops the letter's file; wrong files are refused and the pasted text stays", async ({
  page,
}) => {
  await becomes(page, CO_CHAIR);
  await page.goto("/letters/new");
  const text = page.getByLabel("Text of the letter");
  const file = page.getByLabel("Or its file");
  await text.fill("What I pasted before.");

  await file.setInputFiles({
    name: "huge.docx",
    mimeType: "application/octet-stream",
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await expect(page.getByText("“huge.docx” is larger than 10 MB")).toBeVisible();
  await expect(file).toHaveValue("");

  await file.setInputFiles({
    name: "ls.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n"),
  });
  await page.getByRole("button", { name: "Read the letter" }).click();
  await expect(page.getByText("This is a PDF")).toBeVisible();
  await expect(text).toHaveValue("What I pasted before.");

  const rows = [
    ["Source:", "ITU-T SG20"],
    ["Title:", "LS/o on meters"],
    ["For action to:", "ITU-T SG2"],
  ];
  const attachment = { name: "ls.docx", bytes: wordFile(rows, ["SG20 thanks SG2."]) };
  await file.setInputFiles({
    name: "ls.eml",
    mimeType: "message/rfc822",
    buffer: Buffer.from(mailFile("LS", "See the file.", [attachment])),
  });
  await page.getByRole("button", { name: "Read the letter" }).click();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("LS/o on meters");
  await expect(page.getByLabel("For action to")).toHaveValue("SG2");
});

test("a text that is no letter gets a sentence and stays", async ({ page }) => {
  await becomes(page, CO_CHAIR);
  await page.goto("/letters/new");
  await page.getByLabel("Text of the letter").fill("Roses are red.");
  await page.getByRole("button", { name: "Read the letter" }).click();
  await expect(page.getByText("does not read like a liaison statement")).toBeVisible();
  await expect(page.getByLabel("Text of the letter")).toHaveValue("Roses are red.");
  await expectAccessible(page);
});
