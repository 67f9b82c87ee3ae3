import { connection } from "next/server";
import { checkReadiness } from "#lib/health/usecases/check-readiness";

/** Whether requests should be sent here: 200, or 503 with the check that fails. */
export async function GET(): Promise<Response> {
  await connection();
  const readiness = await checkReadiness();
  const headers = { "cache-control": "no-store" };
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers });
}
