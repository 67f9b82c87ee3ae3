/** Takes the pictures of the user guide anew, from the demonstration: `npm run guide`. */
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import pg from "pg";
import { openDatabase } from "#lib/db/embedded";
import { CHROMIUM_FLAGS, findChromium } from "../tests/support/chromium.ts";
import { removeData, startProduct } from "../tests/support/product.ts";

const IMAGES = "docs/guide/images";
const DATA = ".data/guide";
const OPEN = "/series/sg2-sg20-iot-identification-nnai";
const CHOSEN = "/series/sg2-sg20-security-identifiers";
const ANNOUNCED = "/series/sg2-sg20-lifecycle-identifiers-iot";

type Picture = {
  readonly name: string;
  readonly as: string | null;
  readonly at: string;
  readonly width?: number;
  /** What the picture begins with; the top of the page without it. */
  readonly from?: string;
};

const PICTURES: readonly Picture[] = [
  { name: "home", as: "Han Seojun", at: "/home" },
  { name: "letter-new", as: "Philippa Marsh", at: "/letters/new" },
  { name: "series-overview", as: "Philippa Marsh", at: OPEN },
  { name: "dates", as: "Philippa Marsh", at: `${OPEN}/dates`, from: "h1" },
  { name: "matrix", as: "Philippa Marsh", at: `${OPEN}/dates/matrix`, from: "h1" },
  { name: "offer", as: "Philippa Marsh", at: `${OPEN}/dates/offer`, from: "[role=grid]" },
  { name: "people", as: "Han Seojun", at: `${OPEN}/dates/people`, from: "h1" },
  { name: "choose", as: "Philippa Marsh", at: `${CHOSEN}/dates/choose`, from: "h1" },
  {
    name: "compare",
    as: "Philippa Marsh",
    at: `${CHOSEN}/dates/choose`,
    from: 'h2:has-text("Two series side by side")',
  },
  { name: "decision", as: "Philippa Marsh", at: `${ANNOUNCED}/dates/decision`, from: "h1" },
  { name: "moving", as: "Philippa Marsh", at: `${ANNOUNCED}/meetings/2`, from: "h1" },
  { name: "calendars", as: "Ada Keller", at: "/calendars" },
  { name: "rules", as: "Ada Keller", at: "/admin/rules" },
  { name: "availability", as: "Arjun Menon", at: "/me/availability" },
  { name: "answer", as: "Arjun Menon", at: `${OPEN}/dates/answer`, from: "h1" },
  {
    name: "answer-phone",
    as: "Oliver Grant",
    at: `${OPEN}/dates/answer`,
    width: 390,
    from: ".sheet-row:not(.sheet-times)",
  },
  { name: "announcement", as: "Lena Brunner", at: `${ANNOUNCED}/announcements/1` },
  { name: "meeting", as: "Park Jiwoo", at: `${ANNOUNCED}/meetings/1` },
  { name: "agenda", as: "Han Seojun", at: `${ANNOUNCED}/meetings/1/agenda` },
  { name: "report", as: "Han Seojun", at: `${ANNOUNCED}/report` },
  { name: "history", as: "Ingrid Solberg", at: `${ANNOUNCED}/history` },
  { name: "groups", as: "Ada Keller", at: "/groups" },
  { name: "mailbox", as: null, at: "/demo/mailbox" },
];

await removeData(DATA);
rmSync(DATA, { recursive: true, force: true });
mkdirSync(IMAGES, { recursive: true });
const product = await startProduct({ data: DATA, demo: true });
process.env.LIAISE_DATA = path.join(DATA, "demo");
const { url: database } = await openDatabase();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(executablePath ? { executablePath } : {}),
});
try {
  for (const picture of PICTURES) await take(browser, picture);
} finally {
  await browser.close();
  await product.stop();
  await removeData(DATA);
  rmSync(DATA, { recursive: true, force: true });
}
process.exit();

async function take(from: Browser, { name, as, at, width = 1280, ...rest }: Picture): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  if (as)
    await context.addCookies([
      { name: "authjs.session-token", value: await sessionOf(as), url: product.url },
    ]);
  const page = await context.newPage();
  const answer = await page.goto(product.url + at);
  if (!answer?.ok()) throw new Error(`${at} answered ${answer?.status()} to ${as}`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle").catch(() => undefined); // some pages go on listening
  if (rest.from)
    await page
      .locator(rest.from)
      .first()
      .evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
  await context.close();
}

async function sessionOf(name: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query(
    `insert into sessions (id, token_hash, person_id, expires, method)
     select gen_random_uuid(), $1, id, now() + interval '1 hour', 'demonstration' from people where name = $2`,
    [createHash("sha256").update(token).digest("hex"), name],
  );
  await client.end();
  return token;
}
