import type { AssentToChangeInput } from "#lib/changes/schema";
import type { Db } from "#lib/db/client";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import type { SideConsent } from "#lib/series/domain/consents";
import type { Series } from "#lib/series/domain/series";
import { recordSideConsent } from "#lib/series/usecases/record-side-consent";

/** Writes down what a side says to a change of a meeting, by correspondence and today; gives where all sides stand. */
export async function recordAgreement(
  db: Db,
  actor: Actor,
  {
    series,
    said,
    now,
  }: {
    readonly series: Series;
    readonly said: Omit<AssentToChangeInput, "reference">;
    readonly now: Date;
  },
): Promise<SideConsent[]> {
  const { changeId, sideId, outcome } = said;
  const consent = {
    ...({ subject: "meeting_change", subjectId: changeId, sideId, outcome } as const),
    ...({ method: "correspondence", decidedBy: actor.name, decidedOn: dayIn(now, GENEVA) } as const),
    ...{ evidence: "", comment: "" },
  };
  return recordSideConsent(db, actor, { series, consent, now });
}
