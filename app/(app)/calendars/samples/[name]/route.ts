import { readSample } from "#lib/calendars/usecases/read-sample";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ name: string }> };

/** A sample file, by its name. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    const { name } = await params;
    const content = await readSample(actor, name);
    const type = name.endsWith(".ics") ? "text/calendar; charset=utf-8" : "text/csv; charset=utf-8";
    return download({ name, type, content });
  });
}
