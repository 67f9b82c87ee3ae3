import { writeMatrix } from "#lib/scheduling/domain/matrix-bytes";
import { viewMatrix } from "#lib/scheduling/usecases/view-matrix";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

/** Everybody's answers in as few bytes as they need. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const matrix = await viewMatrix(await requireActor(), reference);
    return new Response(writeMatrix(matrix), {
      headers: { "content-type": "application/octet-stream", "cache-control": "private, no-store" },
    });
  });
}
