import { viewTotals } from "#lib/scheduling/usecases/view-totals";
import { AppError } from "#lib/kernel/errors";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";
import { lookedAt } from "../looked-at";
import { totalsBlock } from "../totals-block";

type Context = { params: Promise<{ reference: string }> };

/** The totals alone, for a page that is looked at while they change. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const actor = await requireActor();
    const { reference } = await params;
    const { filter, bestFirst } = lookedAt(Object.fromEntries(new URL(request.url).searchParams));
    const view = await viewTotals(actor, { reference, filter });
    if (!view.totals) throw new AppError("not_found", "refusal.notFound");
    const { timeZone } = actor;
    return new Response(await totalsBlock(view, view.totals, { timeZone, bestFirst }), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        ...{ "cache-control": "private, no-store", "x-stamp": view.totals.stamp },
      },
    });
  });
}
