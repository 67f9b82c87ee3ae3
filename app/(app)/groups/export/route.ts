import { exportGroups } from "#lib/groups/usecases/export-groups";
import { runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

/** The groups as a CSV file. */
export async function GET(): Promise<Response> {
  return runRoute(async () => {
    const csv = await exportGroups(await requireActor());
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="groups.csv"',
        "cache-control": "private, no-store",
      },
    });
  });
}
