import { execFileSync } from "node:child_process";
import { request } from "node:http";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Product, removeData, startProduct } from "../../support/product.ts";

const DATA = ".data/answers";
let product: Product;

vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 }); // each starts the whole product

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/build-if-needed.ts"], { stdio: "ignore" });
  await removeData(DATA);
  product = await startProduct({ data: DATA });
});
afterAll(async () => {
  await product.stop();
  await removeData(DATA);
});

const get = (address: string, init: RequestInit = {}) =>
  fetch(`${product.url}${address}`, { redirect: "manual", ...init });

/** One of the files that the pages load. */
async function aStaticFile(): Promise<string> {
  return /\/_next\/static\/[^"]+\.js/.exec(await (await get("/sign-in")).text())?.[0] ?? "";
}

it("protects every answer: pages, files, redirects, refusals and errors", async () => {
  const file = await aStaticFile();
  expect(file).toMatch(/\.js$/);
  for (const address of [
    "/",
    "/sign-in",
    "/home",
    "/no-such-page",
    "/livez",
    "/readyz",
    file,
    "/_next/image?url=x",
  ]) {
    const { headers } = await get(address);

    expect.soft(headers.get("x-content-type-options"), address).toBe("nosniff");
    expect.soft(headers.get("x-frame-options"), address).toBe("DENY");
    expect.soft(headers.get("cross-origin-opener-policy"), address).toBe("same-origin");
    expect.soft(headers.get("permissions-policy"), address).toContain("camera=()");
    expect.soft(headers.get("referrer-policy"), address).toMatch(/^(same-origin|no-referrer)$/);
    expect.soft(headers.get("content-security-policy"), address).toContain("frame-ancestors 'none'");
    expect.soft(headers.get("x-powered-by"), address).toBeNull();
  }
});

it("gives every page a nonce of its own, and every script of the page carries it", async () => {
  const answer = await get("/sign-in");
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  const other = (await get("/sign-in")).headers.get("content-security-policy");
  const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];

  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(other).not.toContain(nonce);
});

it("brings who signs in back to the page asked for, and never to a place that the visitor names", async () => {
  const location = async (address: string, headers: Record<string, string> = {}) =>
    (await get(address, { headers })).headers.get("location");
  const asked = "/sign-in?to=%2Fhome%3Fa%3D1%26b%3D%252F%252Fevil.example";

  expect(await location("/home?a=1&b=%2F%2Fevil.example")).toBe(asked);
  expect(await location("/home", { "x-asked-path": "https://evil.example/" })).toBe("/sign-in?to=%2Fhome");
  expect(await location("/home?_rsc=1x2y")).toBe("/sign-in?to=%2Fhome");
});

it.each(["br", "gzip", "identity"])(
  "sends pages and scripts as %s, whole, to who takes that",
  async (encoding) => {
    for (const address of [await aStaticFile(), "/sign-in"]) {
      const plain = await get(address, { headers: { "accept-encoding": "identity" } });
      const answer = await get(address, { headers: { "accept-encoding": encoding } });
      const { headers } = answer;
      expect(headers.get("content-encoding") ?? "identity").toBe(encoding);
      expect(headers.get("vary")).toMatch(/accept-encoding/i);
      const [told, whole] = [await answer.text(), await plain.text()];
      expect(told.length).toBeGreaterThan(1_000);
      expect(told.length).toBe(whole.length); // a nonce of its own in each
    }
  },
);

it("no redirect leads to another host", async () => {
  const evil = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/%5Cevil.example",
    "http:evil.example",
  ];
  const addresses = evil.flatMap((to) => [
    `/sign-in?to=${encodeURIComponent(to)}`,
    `/home?to=${encodeURIComponent(to)}`,
    `/${to}`,
  ]);
  const locations = await Promise.all(
    addresses.map(async (address) => (await get(address)).headers.get("location")),
  );
  const hosts = locations.flatMap((to) => (to === null ? [] : [new URL(to, product.url).origin]));

  expect(hosts.length).toBeGreaterThan(0);
  expect(new Set(hosts)).toEqual(new Set([product.url]));
});

it("nothing can be framed", async () => {
  for (const address of [
    "/",
    "/sign-in",
    "/home",
    "/answer/AAAAAAAAAAAAAAAAAAAAAA",
    "/no-such-page",
    "/livez",
  ]) {
    const { headers } = await get(address);

    expect.soft(headers.get("x-frame-options"), address).toBe("DENY");
    expect.soft(headers.get("content-security-policy"), address).toContain("frame-ancestors 'none'");
  }
});

it("takes no policy from the visitor", async () => {
  const { headers } = await get("/", { headers: { "content-security-policy": "script-src *" } });

  expect(headers.get("content-security-policy")).not.toContain("script-src *");
});

it("answers unknown addresses alike, whatever they look like", async () => {
  const unknown = ["/no-such-page", "/_next/image?url=/icon.svg&w=64&q=75", "/_next/static/no-such-file.js"];
  const statuses = await Promise.all(unknown.map(async (address) => (await get(address)).status));

  expect(statuses).toEqual([404, 404, 404]);
});

it.each(["/_next/image", "/%5Fnext/image?url=x", "/a/../_next/image", "/_next/static/../image"])(
  "has no image optimiser at %s",
  async (address) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${product.url}`, { path: address }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on("error", reject)
        .end();
    });

    expect(status).toBe(404);
  },
);

it("refuses what is too large before reading it, and what does not say how large it is", async () => {
  const send = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${product.url}/sign-in`, { method: "POST", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
        sent.destroy();
      });
      sent.on("error", reject);
      sent.flushHeaders();
    });

  expect(await send({ "content-length": String(12 * 1024 * 1024 + 1) })).toBe(413);
  expect(await send({ "transfer-encoding": "chunked" })).toBe(411);
});

it("says that it lives and that it is ready", async () => {
  expect(await (await get("/livez")).json()).toEqual({ alive: true });
  expect(await (await get("/readyz")).json()).toEqual({
    ready: true,
    checks: {
      database: { ok: true },
      migrations: { ok: true, missing: 0 },
      outbox: { ok: true, waiting: 0, oldestSeconds: 0 },
    },
  });
});
