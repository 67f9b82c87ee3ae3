import * as z from "zod";
import { line, optionalLine, text } from "#lib/schema/fields";
import { LIMIT_FIELDS, type LimitValue, readLimit } from "./domain/limit-fields.ts";
import { isRuleId } from "./domain/rule-change.ts";

/**
 * A change of a rule. Its limits are given as texts under `limit.<path>`, and come out by their paths.
 *
 * `seen` is the id of the newest change that the form showed, empty for the shipped rule.
 */
export const changeRuleSchema = z
  .object({
    rule: z.string().refine(isRuleId, "field.invalid"),
    source: line(200),
    clause: optionalLine(100),
    edition: optionalLine(60).transform((edition) => edition || null),
    severity: z.enum(["fail", "warn", "show"], "field.required"),
    reason: text(2_000).pipe(z.string().min(1, "field.required")),
    seen: z.string().max(40).default(""),
  })
  .catchall(z.string().max(200, "field.tooLong"))
  .transform(({ rule, source, clause, edition, severity, reason, seen, ...rest }, context) => {
    const limits: Record<string, LimitValue> = {};
    const fields = isRuleId(rule) ? (LIMIT_FIELDS[rule] ?? []) : [];
    for (const field of fields) {
      const name = `limit.${field.path}`;
      const value = readLimit(field, rest[name] ?? "");
      if (value === null) context.addIssue({ code: "custom", path: [name], message: "field.invalid" });
      else limits[field.path] = value;
    }
    return { rule, source, clause, edition, severity, reason, seen, limits };
  });

export type ChangeRuleInput = z.output<typeof changeRuleSchema>;
