import type { Aims } from "#lib/decisions/domain/aims";
import type { Choice } from "#lib/decisions/domain/choice";
import { aimsOfPoll } from "#lib/decisions/domain/usual-aims";
import { aimsSchema } from "#lib/decisions/schema";
import type { Poll } from "#lib/scheduling/domain/poll";
import type { Series } from "#lib/series/domain/series";
import type { GatheredStanding } from "./gather-standing.ts";

type Around = {
  readonly series: Series;
  readonly poll: Poll;
  readonly standing: Pick<GatheredStanding, "people" | "limits">;
  readonly now: Date;
};

/** The aims kept with a choice; those of the poll for a choice that was put forward without. */
export function aimsOf(choice: Pick<Choice, "aims">, { series, poll, standing, now }: Around): Aims {
  const kept = aimsSchema.safeParse(choice.aims);
  if (kept.success) return kept.data;
  return aimsOfPoll(series, poll, { ...standing, now });
}
