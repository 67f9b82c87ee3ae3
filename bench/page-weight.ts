import { type Browser, chromium, type Page } from "@playwright/test";
import path from "node:path";
import pg from "pg";
import { hashToken, newToken } from "#lib/secrets/token";
import { openDatabase } from "#lib/db/embedded";
import { CHROMIUM_FLAGS, findChromium } from "../tests/support/chromium.ts";
import { type Product, removeData, startProduct } from "../tests/support/product.ts";
import { figure, type Figure, type Measure } from "./figure.ts";

const DATA = ".data/bench-weight";
const RUNS = 3;
const KINDS = { Document: "html", Script: "script", Stylesheet: "style" } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];
type Weight = Record<Kind | "lcp", number>;

/** What each main page of the demonstration brings over the wire, and when its largest part is painted. */
export const pageWeight: Measure = {
  name: "page-weight",
  async run() {
    await removeData(DATA);
    const product = await startProduct({ data: DATA, demo: true });
    const executablePath = findChromium();
    const browser = await chromium.launch({
      args: CHROMIUM_FLAGS,
      ...(executablePath && { executablePath }),
    });
    try {
      return await weighAll(product, browser);
    } finally {
      await browser.close();
      await product.stop();
      await removeData(DATA);
    }
  },
};

async function weighAll(product: Product, browser: Browser): Promise<Figure[]> {
  const { token, reference } = await signIn();
  const pages = mainPages(reference);
  const figures: Figure[] = [];
  for (const [name, address] of pages) {
    const weights: Weight[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      // A browser that was never here: nothing is cached.
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addCookies([{ name: "authjs.session-token", value: token, url: product.url }]);
      const weight = await weigh(await context.newPage(), `${product.url}${address}`);
      await context.close();
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
async function signIn(): Promise<{ token: string; reference: string }> {
  process.env.LIAISE_DATA = path.join(DATA, "demo");
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
  const weight: Weight = { html: 0, script: 0, style: 0, lcp: 0 };
  const kinds = new Map<string, Kind>();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type in KINDS) kinds.set(requestId, KINDS[type as keyof typeof KINDS]);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) weight[kind] += encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) return null;
  weight.lcp = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  return weight;
}

function figuresOf(name: string, weights: Weight[]): Figure[] {
  const kB = (kind: Kind) => weights.map((weight) => weight[kind] / 1_000);
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
