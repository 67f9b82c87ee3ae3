import { announcementKeySchema } from "#lib/announcements/schema";
import { exportIssuedCalendar } from "#lib/announcements/usecases/export-issued-calendar";
import { parseInput } from "#lib/web/action";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string; number: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    const calendar = await exportIssuedCalendar(actor, parseInput(announcementKeySchema, await params));
    return download({
      name: "meetings.ics",
      type: "text/calendar; charset=utf-8; method=PUBLISH",
      content: new TextEncoder().encode(calendar),
    });
  });
}
