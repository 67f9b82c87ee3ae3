import { isAppError, type RefusalCode } from "#lib/kernel/errors";
import { inEnglish } from "#lib/words/translate";

const STATUS: Record<RefusalCode, number> = {
  unauthenticated: 401,
  forbidden: 404, // what one may not see does not exist
  not_found: 404,
  invalid: 422,
  conflict: 409,
};

/** Runs the body of a route handler, and turns a refusal into a JSON problem. Bugs become a 500 by Next. */
export async function runRoute(body: () => Promise<Response>): Promise<Response> {
  try {
    return await body();
  } catch (error) {
    if (!isAppError(error)) throw error;
    const code = error.code === "forbidden" ? "not_found" : error.code;
    const words = error.code === "forbidden" ? { key: "refusal.notFound" as const } : error.words;
    return Response.json({ code, message: inEnglish(words) }, { status: STATUS[code] });
  }
}

/**
 * Whether a page of this product sent the request: a script of another site cannot send JSON without asking first, and
 * a browser says where a request comes from.
 */
export function isFromHere({ headers }: Request): boolean {
  const origin = headers.get("origin");
  return (
    (headers.get("content-type") ?? "").startsWith("application/json") &&
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"))
  );
}
