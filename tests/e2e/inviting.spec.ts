import { makeAgreedSeries } from "./support/agreed-series.ts";
import { inDays, offerFour } from "./support/offer-four.ts";
import { ask, becomes, expect, expectAccessible, test } from "./support/test.ts";

const FIRST = "Philippa Marsh";
const SECOND = "Han Seojun";
const DELEGATE = "Grace Mwangi";
const OTHER = "Park Jiwoo";
const SECRETARY = "Lena Brunner";

/** A series for this file and this run alone: journeys run side by side. */
const reference = `inviting-journey-${process.pid}`;
const dates = `/series/${reference}/dates`;
const people = `${dates}/people`;
const newcomer = `nia.${process.pid}@example.org`;

/** What the newest mail of a kind to an address holds under a path of ours. */
async function mailed(address: string, kind: string, path: RegExp): Promise<string> {
  const [mail] = await ask<{ text: string }>(
    "demo",
    "select text from outbox_mails where to_address = $1 and kind = $2 order by created_at desc limit 1",
    [address, kind],
  );
  return path.exec(mail?.text ?? "")?.[0] ?? "";
}

test.describe.configure({ mode: "serial" });
test.beforeAll(() =>
  makeAgreedSeries(reference, {
    A: { coChair: FIRST, delegate: DELEGATE },
    B: { coChair: SECOND, delegate: OTHER },
  }),
);

test("a co-chair puts role holders on the list of a draft, marks who is required, and opens the poll", async ({
  page,
}) => {
  await becomes(page, FIRST);
  await page.goto(`${dates}/offer`);
  await offerFour(page);

  await page.goto(people);
  await expect(page.getByRole("heading", { name: "4 people" })).toBeVisible();
  await page.getByRole("checkbox", { name: /Rapporteur of Q1\/2/ }).check();
  await page.getByRole("button", { name: "Put them on the list" }).click();
  await expect(page.getByRole("heading", { name: "5 people" })).toBeVisible();
  await page.getByRole("checkbox", { name: `${SECOND} is required in every meeting` }).check();
  await page.getByRole("button", { name: "Save who is required" }).click();
  await expect(page.getByText("1 person is required in every meeting.")).toBeVisible();
  await expectAccessible(page);

  await page.goto(dates);
  await page.getByLabel("Day", { exact: true }).fill(inDays(7));
  await page.getByRole("button", { name: "Open the poll and mail 5 people" }).click();
  await expect(page.getByText("Open for answers")).toBeVisible();
});

test("a list shows its wrong lines, then what it would do, and only then adds people", async ({ page }) => {
  await becomes(page, SECRETARY);
  await page.goto(people);
  await page.getByText("From a list (CSV)").click();
  const list = page.getByLabel("Or text");
  const head = "name,entity,country,side,zone,email\n";
  await list.fill(
    `${head}Vera List,Acme,CH,SG2,Europe/Zurich,vera.list@example.org\nBad,,,X,Mars/Base,nobody\n`,
  );
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await expect(page.getByText("Line 3: Write a time zone that exists, such as Asia/Seoul.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add 1 person" })).toHaveCount(0);
  await list.fill(`${head}Vera List,Acme,CH,SG2,Europe/Zurich,vera.list@example.org\n`);
  await page.getByRole("button", { name: "Show what it would do" }).click();
  await expect(page.getByText("1 person is new.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add 1 person" }).click();
  await expect(page.getByRole("heading", { name: "6 people" })).toBeVisible();
  expect(await mailed("vera.list@example.org", "poll_invitation", /\/answer\/\S+/)).not.toBe("");
});

test("a newcomer comes by the general link, confirms the address, and answers, all without scripts", async ({
  page,
  browser,
  baseURL,
}) => {
  await becomes(page, FIRST);
  await page.goto(people);
  await page.getByText("A link for a mailing list").click();
  await page.getByRole("button", { name: "Make a new link" }).click();
  const told = await page.getByText("shown only once").innerText();
  const link = /\/poll\/[\w-]{22}/.exec(told)?.[0] ?? "";

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const plain = await context.newPage();
  await plain.goto(link);
  expect(await plain.content()).not.toMatch(/Philippa|@example\.org/);
  await plain.getByLabel("Name").fill("Nia New");
  await plain.getByLabel("Entity").fill("Acme");
  await plain.getByRole("radio", { name: "B · SG20" }).check();
  await plain.getByLabel("Time zone").fill("Nowhere");
  await plain.getByLabel("E-mail address").fill(newcomer);
  await plain.getByRole("button", { name: "Send me the link" }).click();
  await expect(plain.getByText("Choose a time zone from the list.")).toBeVisible();
  await expect(plain.getByLabel("Name")).toHaveValue("Nia New");
  await plain.getByLabel("Time zone").fill("Asia/Kathmandu");
  await plain.getByRole("button", { name: "Send me the link" }).click();
  await expect(plain.getByRole("heading", { name: "Look at your mail" })).toBeVisible();

  await plain.goto(await mailed(newcomer, "address_confirmation", /\/poll\/confirm\/\S+/));
  await plain.getByRole("button", { name: "Go to the dates" }).click();
  await expect(plain).toHaveURL(/\/answer\/[\w-]{22}/);
  await expect(plain.getByText("Nia New").first()).toBeVisible();
  await context.close();

  await page.goto(link);
  await expectAccessible(page);
  await page.goto(people);
  await expect(page.getByRole("rowheader", { name: /Nia New/ })).toBeVisible();
});

test("the secretariat enters what somebody told it, marked as such", async ({ page }) => {
  await becomes(page, SECRETARY);
  await page.goto(people);
  await page.getByRole("link", { name: `Enter answers for ${OTHER}` }).click();
  await expect(page.getByRole("heading", { name: `Enter answers for ${OTHER}` })).toBeVisible();
  await expectAccessible(page);
  for (const slot of await page.getByRole("group").filter({ hasText: "Geneva" }).all())
    await slot.getByRole("radio", { name: "yes" }).check();
  await page.getByRole("button", { name: "Save and tell the person" }).click();
  await expect(page.getByText("Saved. A mail is on its way to the person.")).toBeVisible();
  await page.goto(people);
  await expect(page.getByRole("row", { name: new RegExp(OTHER) })).toContainText(`entered by ${SECRETARY}`);
});

test("a co-chair sets when people are reminded, with one press", async ({ page }) => {
  await becomes(page, SECOND);
  await page.goto(people);
  await expect(page.getByText("No time is set. Nobody is reminded.")).toBeVisible();
  await page.getByRole("button", { name: "Add this time" }).click();
  await expect(page.getByRole("button", { name: "Remove" })).toHaveCount(1);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No time is set. Nobody is reminded.")).toBeVisible();
});

test("no page of the dates sends anybody's address to a delegate or a co-chair", async ({
  page,
  request,
}) => {
  const tails = [
    "",
    "/people",
    "/matrix",
    "/offer",
    "/answer",
    "/choose",
    "/totals",
    "/answers.csv",
    "/decision",
  ];
  for (const name of [DELEGATE, FIRST, SECOND]) {
    await becomes(page, name);
    let read = 0;
    for (const tail of tails) {
      const answer = await page.request.get(`${dates}${tail}`);
      const text = await answer.text();
      if (answer.ok()) read += 1;
      expect.soft(text, `${tail} for ${name}`).not.toContain("@example.org");
    }
    expect(read, `pages that ${name} could read`).toBeGreaterThan(2);
  }
  // The words could have been there: the secretariat's register shows addresses.
  await becomes(page, SECRETARY);
  expect(await (await page.request.get("/people")).text()).toContain("@example.org");
  expect((await request.get(people, { maxRedirects: 0 })).headers()["location"]).toBe(
    `/sign-in?to=${encodeURIComponent(people)}`,
  );
});
