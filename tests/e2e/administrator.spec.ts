import { request } from "node:http";
import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, mailsTo, setUpLink, test } from "./support/test.ts";
import { where } from "./support/where.ts";

test.use({ product: "plain" });
test.describe.configure({ mode: "serial" });

const ADA = "ada@example.org";
const linksTo = async (address: string) =>
  (await mailsTo(address)).flatMap(({ text }) => text?.match(/^http\S+\/sign-in\/link\/\S+$/gm) ?? []);

/** Asks for a link and gives it once its mail has arrived. */
async function askForLink(page: Page, address = ADA): Promise<string> {
  const before = (await linksTo(address)).length;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look at your mail" })).toBeVisible();
  await expect.poll(async () => (await linksTo(address)).length).toBeGreaterThan(before);
  return (await linksTo(address)).at(-1) ?? "";
}

test("the link of the terminal makes the first administrator, who sets up groups, people and a file", async ({
  page,
}) => {
  test.slow();
  await page.goto(setUpLink());
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Ada Admin");
  await page.getByLabel("Your e-mail address").fill("no address");
  await page.getByRole("button", { name: "Make me the administrator" }).click();
  await expect(page.getByText("Write an e-mail address")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Admin");
  await page.getByLabel("Your e-mail address").fill(ADA);
  await page.getByRole("button", { name: "Make me the administrator" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "SG2", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "SG2" })).toBeVisible();
  await page.getByText("Edit title, lists and secretariat…").click();
  await page.getByLabel("Title").first().fill("Numbering and naming");
  await page.getByLabel("Mailing lists").fill("sg2@lists.example.org");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "sg2@lists.example.org" })).toBeVisible();
  await page.locator("summary", { hasText: "Add a meeting" }).click();
  await page.getByLabel("Name of the meeting").fill("SG2 meeting");
  await page.getByLabel("First day").fill("2098-05-10");
  await page.getByLabel("Last day").fill("2098-05-20");
  await page.getByLabel("Source").fill("Collective letter 1");
  await page.getByRole("button", { name: "Add a meeting" }).click();
  await expect(page.getByText("Source: Collective letter 1, as of")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/people/new");
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill("sam@example.org");
  await page.getByLabel("Name", { exact: true }).fill("Sam Secretary");
  await page.getByLabel("Role").selectOption({ label: "Secretariat" });
  await page.getByLabel("Group").selectOption({ label: "SG2" });
  await page.getByRole("button", { name: "Invite and send the mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sam Secretary" })).toBeVisible();
  await expect(page.getByText("Secretariat SG2")).toBeVisible();
  await expectAccessible(page);
  await expect.poll(async () => (await mailsTo("sam@example.org")).length).toBe(1);
  await page.goto("/people");
  await expect(page.getByRole("row", { name: /Sam Secretary/ })).toContainText("sam@example.org");
  await expectAccessible(page);

  await page.goto("/groups/import");
  await page.getByLabel("Or the text itself").fill("reference,title\nQ9/2,A Question\nGroup 7,wrong");
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await expect(page.getByText("Line 3:")).toBeVisible();
  await page.getByLabel("Or the text itself").fill("reference,title\nQ9/2,A Question");
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await expect(page.getByText("1 group is added")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 group" }).click();
  await expect(page.getByText("Imported: 1 group added")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the groups of today as a start" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("groups.csv");

  await page.goto("/me");
  await expectAccessible(page);
  await page.getByLabel("Entity").fill("Example Administration");
  await page.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(() => ask("plain", "select entity from people where email = $1", [ADA]))
    .toEqual([{ entity: "Example Administration" }]);
});

test("a set-up link that was used says so, and makes nobody", async ({ page }) => {
  await page.goto(setUpLink());
  await expect(page.getByText("This set-up link does not work any more")).toBeVisible();
  await expectAccessible(page);
});

test("a mailed link signs in once, in the browser that asked, and opening it uses nothing up", async ({
  page,
  browser,
}) => {
  const link = await askForLink(page);
  await expectAccessible(page);
  expect(link).toContain(`${where().plain.url}/sign-in/link/`);
  await page.request.get(link); // as a mail scanner does

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await expect(other.getByText("This link works only in the browser where it was asked for.")).toBeVisible();
  await expectAccessible(other);
  await elsewhere.close();

  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in here" }).click();
  await expect(page.getByLabel("Signed in as Ada Admin")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("This link was used already.")).toBeVisible();

  const token = (await page.context().cookies()).find(({ name }) => name === "authjs.session-token");
  expect(token).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const copies = await ask("plain", "select 1 from sessions where token_hash = $1", [token?.value]);
  expect(copies, "the cookie's value is stored nowhere").toEqual([]);
});

test("signing out everywhere ends the sessions of other browsers", async ({ page, browser }) => {
  const link = await askForLink(page);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in here" }).click();
  await expect(page.getByLabel("Signed in as Ada Admin")).toBeVisible();
  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto(`${where().plain.url}/me`);
  await expect(other.getByRole("heading", { name: "My profile" })).toBeVisible();

  await page.goto("/me");
  await page.getByRole("button", { name: "Sign out everywhere, here too" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.reload();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await elsewhere.close();
});

test("an address nobody here has gets the same page and no mail", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("nobody@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("If the address you gave is known here")).toBeVisible();
  await askForLink(page); // by now its mail would have left too
  expect(await mailsTo("nobody@example.org")).toEqual([]);
});

test("a forged cookie is nobody's", async ({ page }) => {
  const { url } = where().plain;
  await page.context().addCookies([{ name: "authjs.session-token", value: "forged", url }]);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a page asked for elsewhere is not where one lands", async ({ page }) => {
  await page.goto("/sign-in?to=//evil.example/x");
  expect(await page.locator('input[name="to"]').first().inputValue()).toBe("/home");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("one signs in all the same", async ({ page }) => {
    const link = await askForLink(page);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in here" }).click();
    await expect(page.getByLabel("Signed in as Ada Admin")).toBeVisible();
  });

  test("a forged Host header never reaches a mail", async ({ page }) => {
    await page.goto("/sign-in");
    const fields = await page
      .locator("form", { has: page.getByLabel("E-mail address") })
      .locator("input[type=hidden]")
      .evaluateAll((inputs) =>
        inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""] as const),
      );
    const form = new FormData();
    for (const [name, value] of fields) form.set(name, value);
    form.set("email", "sam@example.org");
    const body = new Response(form);
    const sent = Buffer.from(await body.arrayBuffer());
    const headers = {
      ...{ host: "evil.example", origin: "http://evil.example", "x-forwarded-host": "evil.example" },
      "content-type": body.headers.get("content-type") ?? "",
      "content-length": sent.length,
    };
    await new Promise<void>((resolve, reject) => {
      request(`${where().plain.url}/sign-in`, { method: "POST", headers }, (answer) => {
        answer.resume().on("end", resolve);
      })
        .on("error", reject)
        .end(sent);
    });

    await askForLink(page, "sam@example.org");
    const texts = (await mailsTo("sam@example.org")).map(({ text }) => text ?? "");
    expect(texts.join("\n")).toContain(`${where().plain.url}/sign-in/link/`);
    expect(texts.join("\n")).not.toContain("evil.example");
  });
});
