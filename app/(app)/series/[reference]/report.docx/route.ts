import { reportDocument } from "#lib/reports/usecases/report-document";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

/** The report as a Word file. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return runRoute(async () => {
    const { reference } = await params;
    const { name, type, content } = await reportDocument(await requireActor(), reference);
    return new Response(new Uint8Array(content), {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  });
}
