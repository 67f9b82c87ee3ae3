import { once } from "#lib/kernel/once";

const HEART_BEAT_MS = 25_000;
const MOST_STREAMS = 2_000;

/** What a stream tells. */
export type Told = {
  /** The state as it is now, in one line; null when this reader may no longer see it, which ends the stream. */
  readonly read: () => Promise<string | null>;
  /** Calls back when the state may have changed, until the function given back is called. */
  readonly follow: (onChange: () => void) => () => void;
  /** Ends when the reader has gone. */
  readonly signal: AbortSignal;
  /** Shortest time between two messages. */
  readonly restMs?: number;
};

const open = once("web.streams", () => new Set<() => void>());

/** Ends every stream, for when the process stops: a browser then asks again for as long as it takes. */
export function endStreams(): void {
  for (const end of open) end();
}

/**
 * A stream of server-sent events: the state at once, and again whenever it is another than the one told last. Many
 * changes within the rest become one message. Rights are asked with every reading, and at each heart beat.
 */
export function streamChanges({ read, follow, signal, restMs = 1_000 }: Told): Response {
  if (open.size >= MOST_STREAMS) return new Response(null, { status: 503, headers: { "retry-after": "60" } });
  let end: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      end = tellUntilEnded({ read, follow, restMs }, controller);
      signal.addEventListener("abort", end, { once: true });
      open.add(end);
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      // `no-transform`: a stream that is compressed would wait until there is enough to compress.
      ...{ "cache-control": "private, no-store, no-transform", "x-accel-buffering": "no" },
    },
  });
}

type Teller = Required<Pick<Told, "read" | "follow" | "restMs">>;

function tellUntilEnded(
  { read, follow, restMs }: Teller,
  controller: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const line = new TextEncoder();
  let last: string | null = null;
  let resting: NodeJS.Timeout | null = null;
  let isAsked = false;
  let isOver = false;

  const send = (text: string) => controller.enqueue(line.encode(text));
  const tell = async (isBeat: boolean) => {
    const state = await read().catch(() => null);
    if (isOver) return;
    if (state === null) return end();
    if (state !== last) send(`data: ${state}\n\n`);
    else if (isBeat) send(":\n\n");
    last = state;
  };
  /** Tells now, or once after the rest. */
  const change = () => {
    isAsked = true;
    if (resting || isOver) return;
    isAsked = false;
    resting = setTimeout(() => {
      resting = null;
      if (isAsked) change();
    }, restMs);
    void tell(false);
  };
  const unfollow = follow(change);
  const beat = setInterval(() => void tell(true), HEART_BEAT_MS);

  function end(): void {
    if (isOver) return;
    isOver = true;
    open.delete(end);
    unfollow();
    clearInterval(beat);
    if (resting) clearTimeout(resting);
    try {
      controller.close();
    } catch {
      // The reader went first.
    }
  }
  change();
  return end;
}
