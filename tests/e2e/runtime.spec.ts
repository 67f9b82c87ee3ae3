import { expect, expectAccessible, test } from "./support/test.ts";

test("the first page answers, passes the accessibility check and breaks no content policy", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("/");

  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test.describe("the product as installed", () => {
  test.use({ product: "plain" });

  test("an unknown address is a page that says so, with status 404", async ({ page }) => {
    const answer = await page.goto("/no-such-page");

    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
});
