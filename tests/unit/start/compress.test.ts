import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { compress } from "#lib/start/compress";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** What a browser gets that takes these encodings. */
async function ask(answer: Answer, sent: Record<string, string> = { "accept-encoding": "gzip, br" }) {
  const server = createServer((request, response) => {
    compress(request, response, false);
    answer(response, request);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: "127.0.0.1", headers: sent });
  const [got] = (await once(asked, "response")) as [IncomingMessage];
  const body = await buffer(got);
  server.close();
  const { headers, statusCode } = got;
  const text = headers["content-encoding"] === "br" ? brotliDecompressSync(body) : body;
  return { headers, statusCode, text: text.toString(), bytes: body.length };
}

const LONG = "a line that comes again\n".repeat(20_000);
const HTML = { "content-type": "text/html; charset=utf-8" };

it("sends a page with Brotli, whole, however it is written", async () => {
  const whole = await ask((response) => response.writeHead(200, HTML).end(LONG));
  const inPieces = await ask((response) => {
    response.setHeader("Content-Type", "text/html");
    Readable.from(LONG.match(/[^]{1,50000}/g) ?? []).pipe(response);
  });
  const inTurn = await ask((response) => response.writeHead(201, ["Content-Type", "text/css"]).end(LONG));

  expect([whole.text === LONG, inPieces.text === LONG, inTurn.text === LONG]).toEqual([true, true, true]);
  expect([whole.statusCode, inTurn.statusCode]).toEqual([200, 201]);
  expect(whole.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding", ...HTML });
  expect(whole.headers["content-length"]).toBeUndefined();
  expect(whole.bytes).toBeLessThan(LONG.length / 100);
});

it("lets a piece of a page out before the page is whole", async () => {
  let goOn = () => {};
  const server = createServer((request, response) => {
    compress(request, response, false);
    response.writeHead(200, HTML).write("the first piece");
    Reflect.get(response, "flush")();
    goOn = () => response.end(LONG);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: "127.0.0.1", headers: { "accept-encoding": "br" } });
  const [got] = (await once(asked, "response")) as [IncomingMessage];
  const [first] = (await once(got, "data")) as [Buffer];
  goOn();
  const rest = await buffer(got);
  server.close();

  expect(brotliDecompressSync(Buffer.concat([first, rest])).toString()).toBe(`the first piece${LONG}`);
});

it.each<[string, Answer, Record<string, string>?]>([
  ["what is short", (response) => response.writeHead(200, { ...HTML, "content-length": "2" }).end("ok")],
  ["a picture", (response) => response.writeHead(200, { "content-type": "image/png" }).end(LONG)],
  [
    "a stream that says so",
    (response) => response.writeHead(200, { ...HTML, "cache-control": "no-transform" }).end(LONG),
  ],
  ["a part of a file", (response) => response.writeHead(206, HTML).end(LONG)],
  ["an answer without a body", (response) => response.writeHead(304, HTML).end()],
  [
    "what has an encoding",
    (response) => response.writeHead(200, { ...HTML, "content-encoding": "x" }).end(LONG),
  ],
  [
    "a browser that takes gzip only",
    (response) => response.writeHead(200, HTML).end(LONG),
    { "accept-encoding": "gzip" },
  ],
  [
    "a browser that refuses it",
    (response) => response.writeHead(200, HTML).end(LONG),
    { "accept-encoding": "gzip, br;q=0" },
  ],
])("leaves alone %s", async (_, answer, sent) => {
  const got = await ask(answer, sent);

  expect(got.headers["content-encoding"]).not.toBe("br");
  expect(["", "ok", LONG]).toContain(got.text);
});

it("leaves gzip to Next only where Brotli is not taken", async () => {
  const askedOf = async (sent: string) =>
    (
      await ask((response, request) => response.end(request.headers["accept-encoding"]), {
        "accept-encoding": sent,
      })
    ).text;

  expect(await askedOf("gzip, deflate, br, zstd")).toBe("");
  expect(await askedOf("gzip")).toBe("gzip");
});

it("stops when the browser goes away in the middle", async () => {
  let closed: Promise<unknown[]> = Promise.resolve([]);
  const server = createServer((request, response) => {
    compress(request, response, false);
    closed = once(response, "close");
    Readable.from(
      (function* () {
        for (;;) yield `${Math.random()}`.repeat(1_000);
      })(),
    ).pipe(response.writeHead(200, HTML));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const asked = get({ port, host: "127.0.0.1", headers: { "accept-encoding": "br" } });
  const [got] = (await once(asked, "response")) as [IncomingMessage];
  await once(got, "data");
  got.destroy();

  await expect(closed).resolves.toEqual([]);
  server.close();
});
