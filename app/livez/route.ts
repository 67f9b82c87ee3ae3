import { connection } from "next/server";

/** The process answers. Nothing else is looked at: a database that is down is no reason to restart it. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ alive: true }, { headers: { "cache-control": "no-store" } });
}
