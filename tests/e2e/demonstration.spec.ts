import { ask, expect, test } from "./support/test.ts";
import { where } from "./support/where.ts";

test("a visitor becomes somebody of the cast, and somebody else", async ({ page }) => {
  await page.goto("/demo/mailbox");
  await expect(page.getByText("You are a visitor.")).toBeVisible();
  const become = async (name: RegExp) => {
    const option = page.getByRole("option", { name }).first();
    await page.getByLabel("Become").selectOption((await option.getAttribute("value")) ?? "");
    await page.getByRole("button", { name: "Change" }).click();
  };
  await become(/^Lena Brunner/);
  await expect(page.getByText("You are Lena Brunner.")).toBeVisible();
  await become(/^Han Seojun/);
  await expect(page.getByText("You are Han Seojun.")).toBeVisible();
});

test("none of it exists in the product as installed: no bar, page, file or action", async ({
  page,
  request,
}) => {
  // In the demonstration each of these is there.
  await page.goto(`${where().demo.url}/demo/mailbox`);
  const bar = page.getByRole("complementary", { name: "Demonstration" });
  await expect(bar).toBeVisible();
  const action = await bar.locator("input[name^='$ACTION']").first().getAttribute("name");
  const [member] = await ask<{ id: string }>("demo", "select id from people limit 1");
  const press = (url: string) =>
    request.post(`${url}/demo/mailbox`, {
      multipart: { [action ?? ""]: "", personId: member?.id ?? "" },
      headers: { origin: url },
      maxRedirects: 0,
    });
  const inDemo = await press(where().demo.url);
  expect(inDemo.headers()["set-cookie"]).toContain("session-token");

  const plain = where().plain.url;
  await page.goto(plain);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(bar).toHaveCount(0);
  for (const path of [
    "/demo/mailbox",
    `/demo/mailbox/${member?.id}`,
    `/demo/mailbox/${member?.id}/attachments/0`,
  ])
    expect((await request.get(`${plain}${path}`)).status(), path).toBe(404);
  const sessions = () => ask<{ count: string }>("plain", "select count(*) from sessions");
  const before = await sessions();
  const refused = await press(plain);
  expect(refused.status()).toBe(404);
  expect(refused.headers()["set-cookie"] ?? "").not.toContain("session-token");
  expect(await sessions()).toEqual(before);
});
