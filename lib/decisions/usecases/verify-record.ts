import { canonicalJson, type Difference, differences, type Json } from "#lib/decisions/domain/canonical";
import { computedPart, RECORD_MEMBERS } from "#lib/decisions/domain/record";
import { recordSchema } from "#lib/decisions/schema";
import { AppError } from "#lib/kernel/errors";
import { rankProblem } from "./rank-problem.ts";
import { sealsOf, sha256 } from "./seal-record.ts";

/** What comes of computing a decision record again. */
export type Verdict = {
  readonly same: boolean;
  /** Of the file as it is: to compare with the hash that the page of the decision shows. */
  readonly sha256: string;
  /** `here` is what the file says, `there` what comes out now. */
  readonly differences: readonly Difference[];
  readonly tzVersion: { readonly record: string; readonly here: string };
};

/**
 * Computes a decision record again: the ranking from its answers and rules, the place of the chosen series, the burden
 * and the clocks of every zone, and the hash of every part. It reads nothing but the text.
 *
 * @throws AppError `invalid` when the text is no decision record.
 */
export async function verifyRecord(text: string): Promise<Verdict> {
  const record = readRecord(text);
  const { data } = recordSchema.safeParse(record);
  if (!data) throw new AppError("invalid", "decisions.refusal.noRecord");
  const { ranking, problem } = await rankProblem(data.problem);
  const computed = computedPart({ problem, ranking, slots: data.chosen.slots });
  const found = [
    ...differences(record["computed"] ?? null, computed, "computed"),
    ...differences(record["sha256"] ?? null, sealsOf(record), "sha256"),
    ...strangeMembers(record),
    ...(canonicalJson(record) === text.trimEnd()
      ? []
      : [{ path: "", here: "as written", there: "canonical" }]),
  ];
  return {
    ...{ same: found.length === 0, sha256: sha256(text), differences: found },
    tzVersion: { record: data.tzVersion, here: process.versions.tz ?? "" },
  };
}

/** What no record of this form has: nothing seals it. */
const strangeMembers = (record: Readonly<Record<string, Json>>): Difference[] =>
  Object.entries(record)
    .filter(([name]) => !RECORD_MEMBERS.has(name))
    .map(([path, here]) => ({ path, here, there: null }));

function readRecord(text: string): Readonly<Record<string, Json>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value));
  } catch {
    // falls through to the refusal below
  }
  throw new AppError("invalid", "decisions.refusal.noRecord");
}
