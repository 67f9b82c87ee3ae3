import type { Target } from "#lib/rules/domain/check-target";
import type { Series } from "#lib/series/domain/series";

/** The meeting that a series reports to, as rule D7 takes it. */
export const targetOf = ({ target }: Pick<Series, "target">): Target => ({
  group: target.group?.reference ?? null,
  month: target.month,
  opensOn: target.opensOn,
});
