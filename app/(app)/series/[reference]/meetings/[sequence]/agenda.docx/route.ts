import { agendaDocument } from "#lib/agendas/usecases/agenda-document";
import { meetingKeySchema } from "#lib/meetings/schema";
import { parseInput } from "#lib/web/action";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string; sequence: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    return download(await agendaDocument(actor, parseInput(meetingKeySchema, await params)));
  });
}
