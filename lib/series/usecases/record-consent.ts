import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { jointOutcome } from "#lib/series/domain/consents";
import { stateAfterConsent, stateAfterReportConsent } from "#lib/series/domain/states";
import type { RecordConsentInput } from "#lib/series/schema";
import { isSubjectOf } from "#lib/series/store/consents";
import { changeState } from "./change-state.ts";
import { loadSeries } from "./load-series.ts";
import { recordSideConsent } from "./record-side-consent.ts";

/**
 * Writes down what a side says to the series, its co-chairs, an agenda or the report. The series is agreed once every
 * side has agreed to it, and declined while one does not; so is its report.
 *
 * @throws AppError `forbidden` when the person does not speak for the side, `not_found` when the subject is not of
 *   this series, `conflict` when the side has spoken meanwhile, or the series is too far for a no.
 */
export async function recordConsent(
  actor: Actor,
  input: RecordConsentInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const { seriesId, ...consent } = input;
    const series = await loadSeries(actor, { id: seriesId }, { db, now });
    if (!(await isSubjectOf(db, series.id, consent))) throw new AppError("not_found", "refusal.notFound");
    const sides = await recordSideConsent(db, actor, { series, consent, now });
    const joint = jointOutcome(sides);
    if (consent.subject === "series") await changeState(db, series, stateAfterConsent(series.state, joint));
    if (consent.subject === "report") {
      await changeState(db, series, stateAfterReportConsent(series.state, joint));
    }
  });
}
