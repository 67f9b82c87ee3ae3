import { exportAnswers } from "#lib/scheduling/usecases/export-answers";
import { download } from "#lib/web/download";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

type Context = { params: Promise<{ reference: string }> };

/** The answers as a file for a spreadsheet. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const text = await exportAnswers(await requireActor(), reference);
    return download({
      name: `${reference}-answers.csv`,
      type: "text/csv; charset=utf-8",
      content: new TextEncoder().encode(text),
    });
  });
}
