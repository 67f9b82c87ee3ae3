import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.ts";
import { freePort, type Product, removeData, startProduct } from "../support/product.ts";

type Both = { readonly product: Product; readonly provider: IdentityProvider };

/** The product with a real identity provider beside it. */
const test = base.extend<object, { both: Both }>({
  both: [
    async ({}, provide) => {
      const data = path.join(".data/e2e", "provider");
      await removeData(data);
      const port = await freePort();
      const provider = await startIdentityProvider(`http://localhost:${port}/api/auth/callback/oidc`);
      const env = {
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_NAME: "Example Union",
      };
      const product = await startProduct({ data, port, env });
      await provide({ product, provider });
      await product.stop();
      await provider.close();
      await removeData(data);
    },
    { scope: "worker", timeout: 180_000 },
  ],
});

const ADA = { sub: "ada-there", email: "Ada@Example.org", email_verified: true, name: "Ada" };

test("an account of the organization signs its person in, and nobody else", async ({
  page,
  both,
  browser,
}) => {
  const { product, provider } = both;
  const setUp = /^http\S+\/set-up\/\S+$/m.exec(product.output().told)?.[0] ?? "";
  await page.goto(setUp);
  await page.getByLabel("Your name").fill("Ada Admin");
  await page.getByLabel("Your e-mail address").fill("ada@example.org");
  await page.getByRole("button", { name: "Make me the administrator" }).click();
  await expect(page.getByLabel("Signed in as Ada Admin")).toBeVisible();
  await page.context().clearCookies();

  provider.signInAs(ADA);
  await page.goto(`${product.url}/sign-in?to=/me`);
  await page.getByRole("button", { name: "Sign in with Example Union" }).click();
  await expect(page).toHaveURL(`${product.url}/me`);
  await expect(page.getByText("by the account of your organization")).toBeVisible();

  for (const identity of [
    { ...ADA, sub: "eve", email: "eve@example.org" },
    { ...ADA, sub: "eve", email_verified: false },
  ]) {
    provider.signInAs(identity);
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(`${product.url}/sign-in`);
    await stranger.getByRole("button", { name: "Sign in with Example Union" }).click();
    await expect(stranger.getByText("nobody with that verified e-mail address is known here")).toBeVisible();
    await stranger.goto(`${product.url}/me`);
    await expect(stranger).toHaveURL(/\/sign-in/);
    await context.close();
  }
});

test("no other address of the library for sign-in answers", async ({ both: { product } }) => {
  for (const part of [
    "session",
    "csrf",
    "providers",
    "signin",
    "signin/oidc",
    "signout",
    "callback/email",
    "error",
  ]) {
    const answer = await fetch(`${product.url}/api/auth/${part}`, { redirect: "manual" });
    expect([part, answer.status]).toEqual([part, 404]);
  }
});

test("the account of the organization signs in without scripts, too", async ({ both, browser }) => {
  const { product, provider } = both;
  provider.signInAs(ADA);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${product.url}/sign-in?to=/me`);
  await page.getByRole("button", { name: "Sign in with Example Union" }).click();
  await expect(page).toHaveURL(`${product.url}/me`);
  await context.close();
});
