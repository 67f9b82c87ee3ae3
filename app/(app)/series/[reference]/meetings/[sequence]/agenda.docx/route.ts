import { agendaDocument } from "#lib/agendas/usecases/agenda-document";
import { meetingKeySchema } from "#lib/meetings/schema";
import { parseAddress } from "#lib/web/address";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string; sequence: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    return download(await agendaDocument(actor, parseAddress(meetingKeySchema, await params)));
  });
}
