import type { Aims } from "#lib/decisions/domain/aims";
import type { Choice } from "#lib/decisions/domain/choice";
import { usualAims } from "#lib/decisions/domain/usual-aims";
import { aimsSchema } from "#lib/decisions/schema";
import type { Asked } from "#lib/decisions/store/asked";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";

type Around = {
  readonly series: Series;
  readonly poll: Poll;
  readonly standing: { readonly people: readonly Pick<Asked, "id" | "required">[] };
  readonly now: Date;
};

/** The aims kept with a choice; the usual ones for a choice that was put forward without. */
export function aimsOf(choice: Pick<Choice, "aims">, { series, poll, standing, now }: Around): Aims {
  const kept = aimsSchema.safeParse(choice.aims);
  if (kept.success) return kept.data;
  const required = standing.people.filter((person) => person.required).map(({ id }) => id);
  return usualAims(series, poll, { required, now });
}
