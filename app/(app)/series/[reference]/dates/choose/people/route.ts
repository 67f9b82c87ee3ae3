import { findAsked } from "#lib/decisions/usecases/find-asked";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

/** Some of those asked, by letters of their names: a list of a thousand is not sent with the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const name = new URL(request.url).searchParams.get("name") ?? "";
    const people = await findAsked(await requireActor(), { reference, name: name.slice(0, 200) });
    return Response.json({ people }, { headers: { "cache-control": "private, no-store" } });
  });
}
