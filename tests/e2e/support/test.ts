import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test as base } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import pg from "pg";
import { hashToken, newToken } from "#lib/secrets/token";
import { where } from "./where.ts";

type Options = {
  /** Which product the test walks through. `test.use({ product: "plain" })` for the one without the demonstration. */
  product: "demo" | "plain";
};

export const test = base.extend<Options>({
  product: ["demo", { option: true }],
  baseURL: async ({ product }, provide) => provide(where()[product].url),
});

export { expect };

/** Rows of the product's database, to look up what a person would find in a mail. Never to change anything. */
export async function ask<Row>(
  product: "demo" | "plain",
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: where()[product].database });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Makes the page's browser that of a person, by full name. From the next `goto` on. */
export async function becomes(page: Page, name: string, product: "demo" | "plain" = "demo"): Promise<void> {
  const token = newToken();
  const made = await ask<{ id: string }>(
    product,
    `insert into sessions (id, token_hash, person_id, expires, method)
     select gen_random_uuid(), $1, id, now() + interval '1 day', 'demonstration' from people where name = $2 returning person_id as id`,
    [hashToken(token), name],
  );
  expect(made, `exactly one person is called ${name}`).toHaveLength(1);
  const { url } = where()[product];
  await page.context().addCookies([{ name: "authjs.session-token", value: token, url, httpOnly: true }]);
}

/** The page breaks no rule of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(({ target }) => target),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The mails that arrived at an address from the plain product, oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = where().mails;
  const all = await Promise.all(
    readdirSync(folder)
      .sort()
      .map((name) => simpleParser(readFileSync(path.join(folder, name)))),
  );
  return all.filter(({ to }) =>
    [to ?? []].flat().some(({ value }) => value.some((entry) => entry.address === address)),
  );
}

/** The link that makes the first administrator, as the plain product told it at its start. */
export function setUpLink(): string {
  return /^http\S+\/set-up\/\S+$/m.exec(readFileSync(where().told, "utf8"))?.[0] ?? "";
}
