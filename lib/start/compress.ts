import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { constants, createBrotliCompress } from "node:zlib";

const COMPRESSIBLE = /^(text\/|image\/svg|application\/(javascript|json|manifest\+json|xml))|\+(json|xml)\b/;
const SMALLEST = 1_024;
/** As much memory as a page is long: what a page repeats of itself is found again. */
const WINDOW_BITS = 18;

/**
 * Sends what this response writes with Brotli, if the browser takes it: pages are a sixth smaller than with gzip, which
 * Next has, for the same work, because the words of a page that come again in its scripts are found again. Browsers
 * take it by HTTPS and on their own machine; all others go on to Next. Built files are pressed harder: they are kept
 * for long.
 *
 * It leaves alone what is short, has an encoding, is a part of a file, or says `no-transform`.
 */
export function compress(request: IncomingMessage, response: ServerResponse, isBuilt: boolean): void {
  if (request.method === "HEAD" || !takesBrotli(request)) return;
  delete request.headers["accept-encoding"]; // else Next would compress it too
  const plain = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  };
  let press: ReturnType<typeof createBrotliCompress> | null = null;
  let flushing: NodeJS.Immediate | null = null;

  function begin(): void {
    if (response.headersSent || !isWorthIt(response)) return;
    response.removeHeader("content-length");
    response.setHeader("content-encoding", "br");
    response.appendHeader("vary", "accept-encoding");
    press = openPress(isBuilt);
    press.on("data", (chunk: Buffer) => plain.write(chunk) || press?.pause());
    press.on("end", () => plain.end());
    press.on("drain", () => response.emit("drain"));
    press.on("error", () => response.destroy());
    response.on("drain", () => press?.resume());
    response.on("close", () => press?.destroy());
  }

  function writeHead(status: number, ...rest: readonly Given[]): ServerResponse {
    response.statusCode = status;
    for (const given of rest) takeOver(response, given);
    begin();
    return plain.writeHead(response.statusCode);
  }

  function write(...given: Parameters<typeof plain.write>): boolean {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return press ? press.write(...given) : plain.write(...given);
  }

  function end(...given: Parameters<typeof plain.end>): ServerResponse {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!press) return plain.end(...given);
    press.end(...given);
    return response;
  }

  /** Next asks for it after each piece; pieces of one turn leave together. */
  function flush(): void {
    flushing ??= setImmediate(() => {
      flushing = null;
      if (press && !press.writableEnded && !press.destroyed) press.flush();
    });
  }
  Object.assign(response, { writeHead, write, end, flush });
}

const takesBrotli = ({ headers }: IncomingMessage) =>
  /(^|[\s,])br(?!\s*;\s*q=0(\.0*)?(\s*$|\s*,))/.test(String(headers["accept-encoding"] ?? ""));

const openPress = (isBuilt: boolean) =>
  createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: isBuilt ? 5 : 4,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
    },
  });

function isWorthIt(response: ServerResponse): boolean {
  const header = (name: string) => String(response.getHeader(name) ?? "");
  if ([204, 206, 304].includes(response.statusCode)) return false;
  if (header("content-encoding") !== "" || header("cache-control").includes("no-transform")) return false;
  const length = header("content-length");
  return COMPRESSIBLE.test(header("content-type")) && (length === "" || Number(length) >= SMALLEST);
}

type Given = OutgoingHttpHeaders | readonly OutgoingHttpHeader[] | string | undefined;

/** What may be given to `writeHead`: the words of the status, and headers as an object or as names and values in turn. */
function takeOver(response: ServerResponse, given: Given): void {
  if (given === undefined) return;
  if (typeof given === "string") return void (response.statusMessage = given);
  const headers = isList(given)
    ? given.flatMap((name, at) => (at % 2 === 0 ? [[String(name), given[at + 1]] as const] : []))
    : Object.entries(given);
  for (const [name, value] of headers) if (value !== undefined) response.setHeader(name, value);
}

const isList = (
  given: OutgoingHttpHeaders | readonly OutgoingHttpHeader[],
): given is readonly OutgoingHttpHeader[] => Array.isArray(given);
