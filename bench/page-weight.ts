import type { Browser, Page } from "@playwright/test";
import path from "node:path";
import pg from "pg";
import { hashToken, newToken } from "#lib/secrets/token";
import { openDatabase } from "#lib/db/embedded";
import type { Product } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";
import { countBytes, withBrowser, withPage, withProduct } from "./with-product.ts";

const RUNS = 3;
const KINDS = { html: "Document", script: "Script", style: "Stylesheet" } as const;
type Kind = keyof typeof KINDS;
type Weight = Record<Kind | "lcp", number>;

/** What each main page of the demonstration brings over the wire, and when its largest part is painted. */
export const pageWeight: Measure = {
  name: "page-weight",
  run: () =>
    withProduct({ name: "page-weight", demo: true }, (product, data) =>
      withBrowser((browser) => weighAll({ product, browser, data })),
    ),
};

type Weighing = { readonly product: Product; readonly browser: Browser; readonly data: string };

async function weighAll({ product: { url }, browser, data }: Weighing): Promise<Figure[]> {
  const { token, reference } = await signIn(data);
  const cookie = `authjs.session-token=${token}`;
  const figures: Figure[] = [];
  for (const [name, address] of mainPages(reference)) {
    const weights: Weight[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const weight = await withPage(browser, { url, cookie }, (page) => weigh(page, `${url}${address}`));
      if (weight) weights.push(weight);
    }
    if (weights.length > 0) figures.push(...figuresOf(name, weights));
  }
  return figures;
}

const mainPages = (reference: string): [string, string][] => [
  ["welcome", "/"],
  ["sign-in", "/sign-in"],
  ["home", "/home"],
  ["all-series", "/series"],
  ["series", `/series/${reference}`],
  ["dates", `/series/${reference}/dates`],
  ["announcements", `/series/${reference}/announcements`],
  ["agenda", `/series/${reference}/meetings/1/agenda`],
  ["report", `/series/${reference}/report`],
  ["letters", "/letters"],
  ["groups", "/groups"],
];

/** A co-chair of the demonstration's series that has come furthest. */
async function signIn(data: string): Promise<{ token: string; reference: string }> {
  process.env.LIAISE_DATA = path.join(data, "demo");
  delete process.env.DATABASE_URL;
  const client = new pg.Client({ connectionString: (await openDatabase()).url });
  await client.connect();
  const token = newToken();
  const { rows } = await client.query<{ reference: string }>(
    `with furthest as (
       select m.person_id, s.reference from series_members m join joint_series s on s.id = m.series_id
       where m.role = 'co_chair' order by s.created_at limit 1),
     session as (
       insert into sessions (id, token_hash, person_id, expires)
       select gen_random_uuid(), $1, person_id, now() + interval '1 day' from furthest)
     select reference from furthest`,
    [hashToken(token)],
  );
  await client.end();
  return { token, reference: rows[0]?.reference ?? "" };
}

/** Null for an address that is no page of this person. */
async function weigh(page: Page, url: string): Promise<Weight | null> {
  const bytes = await countBytes(page);
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) return null;
  const lcp = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  const kB = (kind: Kind) => (bytes.get(KINDS[kind]) ?? 0) / 1_000;
  return { html: kB("html"), script: kB("script"), style: kB("style"), lcp };
}

function figuresOf(name: string, weights: Weight[]): Figure[] {
  const kB = (kind: Kind) => weights.map((weight) => weight[kind]);
  // Pages that edit a text together may bring an editor; all others stay light.
  const script = name === "report" ? "<= 400" : "<= 180";
  return [
    figure({ name: `page-weight.${name}.html`, unit: "kB compressed", target: "<= 20" }, kB("html")),
    figure({ name: `page-weight.${name}.script`, unit: "kB compressed", target: script }, kB("script")),
    figure({ name: `page-weight.${name}.style`, unit: "kB compressed" }, kB("style")),
    figure(
      { name: `page-weight.${name}.lcp`, unit: "ms" },
      weights.map(({ lcp }) => lcp),
    ),
  ];
}
