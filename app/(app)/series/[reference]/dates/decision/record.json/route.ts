import { showDecision } from "#lib/decisions/usecases/show-decision";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

/** The decision record, byte for byte as it was written down. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const { text } = await showDecision(await requireActor(), reference);
    const name = `decision-${reference}.json`;
    return download({
      name,
      type: "application/json; charset=utf-8",
      content: new TextEncoder().encode(text),
    });
  });
}
