import { rankPoll } from "#lib/decisions/usecases/rank-poll";
import { isAppError } from "#lib/kernel/errors";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

/**
 * The ranking under the aims of the address, as lines of JSON: `{progress}` while it is worked out, then `{ranking}` or
 * `{refused}`. Who goes away stops the work.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const actor = await requireActor();
    const query = new URL(request.url).searchParams;
    const address = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
    const gone = new AbortController();
    const signal = AbortSignal.any([request.signal, gone.signal]); // the reader may have left before this line
    const body = new ReadableStream<Uint8Array>({
      async start(stream) {
        const send = (line: object) => {
          if (!signal.aborted) stream.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`));
        };
        try {
          const onProgress = (progress: number) => send({ progress });
          const view = await rankPoll(actor, { reference, address }, { signal, onProgress });
          send(view.ranking ? { ranking: view.ranking } : { refused: view.refusal });
        } catch (error) {
          if (!isAppError(error)) throw error;
          send({ refused: error.code === "forbidden" ? "refusal.notFound" : error.words.key });
        }
        if (!signal.aborted) stream.close();
      },
      cancel: () => gone.abort(),
    });
    return new Response(body, {
      headers: {
        "content-type": "application/x-ndjson; charset=utf-8",
        "cache-control": "private, no-store",
      },
    });
  });
}
