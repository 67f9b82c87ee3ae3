import * as z from "zod";
import { AppError } from "#lib/kernel/errors";
import { answerPollSchema } from "#lib/scheduling/schema";
import { answerPoll } from "#lib/scheduling/usecases/answer-poll";
import { parseInput } from "#lib/web/action";
import { isFromHere, runRoute } from "#lib/web/http";
import { requireActor } from "#lib/web/session";

/** Who answers: a personal link, or a series in which the signed-in person is asked. */
const bySchema = z.union([
  z.object({ token: z.string().max(64) }),
  z.object({ reference: z.string().min(1).max(200) }),
]);

/**
 * Keeps the answers of a sheet that is sent by a script: the same as its form does, without the page that a form gets
 * back. A session counts only for what a page of ours sends.
 */
export async function POST(request: Request): Promise<Response> {
  return runRoute(async () => {
    if (!isFromHere(request)) throw new AppError("forbidden", "refusal.forbidden");
    const body: unknown = await request.json().catch(() => null);
    const by = parseInput(bySchema, body);
    const input = parseInput(answerPollSchema, body);
    const now = new Date();
    await answerPoll("token" in by ? by : { actor: await requireActor(), ...by }, input, now);
    return Response.json({ version: input.version + 1, savedAt: now.toISOString() });
  });
}
