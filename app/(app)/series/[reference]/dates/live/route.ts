import { findSignedIn } from "#lib/auth/session";
import { followPoll, readPollStamp } from "#lib/scheduling/usecases/follow-poll";
import { streamChanges } from "#lib/web/event-stream";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

/** Tells the page that looks at a poll when something of it changed. Session and rights are asked each time. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const cookie = request.headers.get("cookie");
    const follow = await followPoll(await requireActor(), reference);
    const read = async () => {
      const actor = await findSignedIn(cookie);
      return actor ? readPollStamp(actor, reference) : null;
    };
    return streamChanges({ read, follow, signal: request.signal });
  });
}
