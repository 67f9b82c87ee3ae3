import type { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { EXIT, StartError } from "#lib/kernel/start-error";
import { say, type Words } from "#lib/kernel/words";
import { log } from "#lib/log/log";
import type { Settings } from "#lib/settings/settings";
import { inEnglish } from "#lib/words/translate";
import { compressFile, compressPage } from "./compress.ts";
import { isBuiltFile, SCRIPT_POLICY, securityHeaders } from "./headers.ts";
import { prepareForPage } from "./page-policy.ts";

/** Largest body of a request: a file of 10 MB and the form around it. The same as in next.config.ts. */
const LARGEST_BODY = 12 * 1024 * 1024;

/** Idle connections are kept longer than proxies keep theirs: else a proxy sends into one that is just being closed. */
const TIMEOUTS = { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 75_000 };

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void> | void;

/** The one port of the process. It is taken first, so that a start for nothing changes nothing. */
export type Door = {
  /** From now on requests are answered; before, they get 503. */
  serve(to: { answer: Answer; upgrade: Upgrade; otherUpgrades: EventEmitter | null }): void;
  close(): void;
};

/** @throws StartError when the port or the host cannot be had. */
export async function openDoor(settings: Settings): Promise<Door> {
  let serving: Parameters<Door["serve"]>[0] | null = null;
  const headers = securityHeaders(settings.baseUrl);
  const server = createServer(TIMEOUTS, (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const refusal = refusalOf(request, serving !== null);
    if (refusal) return refuse(request, response, refusal);
    const isBuilt = isBuiltFile(request.url ?? "");
    if (isBuilt) response.setHeader(...SCRIPT_POLICY);
    else prepareForPage(request, response);
    const compress = isBuilt ? compressFile : compressPage;
    compress(request, response, () => {
      serving?.answer(request, response).catch((error: unknown) => {
        log.error({ err: error }, "request failed");
        response.destroy();
      });
    });
  });
  server.on("upgrade", (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    if (serving && /^\/collab(\?|$)/.test(request.url ?? "")) {
      Promise.resolve(serving.upgrade(request, socket, head)).catch((error: unknown) => {
        log.error({ err: error }, "upgrade failed");
        socket.destroy();
      });
    } else if (serving?.otherUpgrades) serving.otherUpgrades.emit("upgrade", request, socket, head);
    else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  });
  await listen(server, settings);
  return {
    serve: (to) => void (serving = to),
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host)));
    server.listen(port, host, () => {
      server.on("error", (error) => log.error({ err: error }, "server error"));
      resolve();
    });
  });
}

function cannotListen({ code = "?" }: NodeJS.ErrnoException, port: number, host: string): StartError {
  const values = { port: String(port), host, reason: code };
  if (code === "EADDRINUSE") return new StartError(say("start.portTaken", values), EXIT.mayPass);
  if (code === "EACCES") return new StartError(say("start.portForbidden", values));
  return new StartError(say("start.hostUnknown", values));
}

type Refusal = { readonly status: number; readonly words: Words; readonly retryAfter?: string };

function refusalOf({ headers, url = "" }: IncomingMessage, serving: boolean): Refusal | null {
  if (!serving) return { status: 503, words: say("start.notReady"), retryAfter: "1" };
  if (Number(headers["content-length"] ?? 0) > LARGEST_BODY)
    return { status: 413, words: say("start.tooLarge") };
  // A body of unknown length could not be refused before it is here.
  if (headers["transfer-encoding"]) return { status: 411, words: say("start.lengthRequired") };
  // The image optimiser is off; its route must not even answer with an error of its own.
  if (isImageOptimiser(url)) return { status: 404, words: say("refusal.notFound") };
  return null;
}

function isImageOptimiser(url: string): boolean {
  try {
    return new URL(decodeURIComponent(url.split("?")[0] ?? ""), "http://liaise.invalid").pathname.startsWith(
      "/_next/image",
    );
  } catch {
    return false;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const body = `${inEnglish(refusal.words)}\n`;
  response.setHeader("content-type", "text/plain; charset=utf-8");
  if (refusal.retryAfter) response.setHeader("retry-after", refusal.retryAfter);
  if (refusal.status === 413 || refusal.status === 411) response.setHeader("connection", "close");
  response.writeHead(refusal.status).end(request.method === "HEAD" ? undefined : body);
}
