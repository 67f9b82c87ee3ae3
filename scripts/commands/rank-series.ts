import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { AppError, isAppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { SeriesProblem } from "#lib/ranking/domain/problem";
import { rankSeries } from "#lib/ranking/domain/rank-series";
import { rankSeriesSchema } from "#lib/ranking/schema";
import { inEnglish } from "#lib/words/translate";
import { printJson } from "../print-json.ts";

/** Prints the best series of a problem as one JSON object; or `{error}`, and 2, when the problem is not right. */
export async function run([source = ""]: string[]): Promise<number> {
  try {
    await printJson(rankSeries(readProblem(await open(source)), { clock: () => performance.now() }));
    return 0;
  } catch (error) {
    if (!isAppError(error)) throw error;
    await printJson({ error: inEnglish(error.words) });
    return 2;
  }
}

async function open(source: string): Promise<string> {
  if (source === "") throw new AppError("invalid", "ranking.refusal.nothingGiven");
  if (source === "-") return text(process.stdin);
  try {
    return await readFile(source, "utf8");
  } catch {
    throw new AppError("invalid", say("ranking.refusal.unreadable", { name: source }));
  }
}

function readProblem(json: string): SeriesProblem {
  const parsed = rankSeriesSchema.safeParse(parse(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") || "input";
  throw new AppError("invalid", say("ranking.refusal.wrong", { where, what: issue?.message ?? "" }));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new AppError("invalid", "ranking.refusal.noJson");
  }
}
