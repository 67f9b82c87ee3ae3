import type { Words } from "./words.ts";

/** How much a finding weighs: `fail` breaks a rule, `warn` needs a reason or a look, `show` only informs. */
export type Severity = "fail" | "warn" | "show";

/**
 * What a check reports. A finding informs; it stops nobody by itself.
 *
 * `rule` is an id of docs/rules.md (such as `N2`), where clause and edition stand.
 */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, or what is the case. */
  readonly message: Words;
  /** What to do about it, when something can be done. */
  readonly remedy?: Words;
  /**
   * What exactly was found, when one rule can find several things about one subject: the same text as long as it is the
   * same thing. Whoever sets it aside sets aside this, and nothing that comes later.
   */
  readonly about?: string;
  /** Source, edition and clause of the rule as it was in force; empty for practice. */
  readonly cited?: string;
};
