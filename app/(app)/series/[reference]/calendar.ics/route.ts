import { exportCalendar } from "#lib/announcements/usecases/export-calendar";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    const { reference } = await params;
    const calendar = await exportCalendar(actor, reference);
    return download({
      name: `${reference}.ics`,
      type: "text/calendar; charset=utf-8; method=PUBLISH",
      content: new TextEncoder().encode(calendar),
    });
  });
}
