import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import { checkConfirmation } from "#lib/meetings/domain/confirmation";
import { requireMayConfirm } from "#lib/meetings/domain/policy";
import { findMeeting, updateStatus } from "#lib/meetings/store";
import type { Actor } from "#lib/people/domain/actor";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { consentState } from "#lib/series/domain/consents";
import { listConsents } from "#lib/series/usecases/list-consents";
import { loadSeries } from "#lib/series/usecases/load-series";

/**
 * Makes a planned meeting a confirmed one, once both sides have agreed to the series (rule N5,
 * as long as the edition in force forbids it otherwise).
 *
 * @throws AppError `forbidden` for who is neither co-chair nor secretariat, `not_found` for an unknown meeting,
 *   `conflict` when a side has not agreed, the meeting is not planned, or somebody changed it since `version`.
 */
export async function confirmMeeting(
  actor: Actor,
  input: { readonly reference: string; readonly sequence: number; readonly version: number },
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, input.reference, { db, now });
    requireMayConfirm(actor, series);
    const meeting = await findMeeting(db, series.id, input.sequence);
    if (!meeting) throw new AppError("not_found", "refusal.notFound");
    if (meeting.status !== "planned") throw new AppError("conflict", "meetings.refusal.notPlanned");
    const subject = { subject: "series", subjectId: series.id } as const;
    const sides = consentState(series, await listConsents(db, series), subject);
    const [finding] = checkConfirmation(sides, await loadRuleSet(db));
    if (finding?.severity === "fail") throw new AppError("conflict", finding.message);
    const seen = { id: meeting.id, version: input.version };
    if (!(await updateStatus(db, seen, "confirmed"))) throw new AppError("conflict", "refusal.conflict");
    await recordAct(db, actor, {
      ...{ action: "meetingConfirm", subjectType: "meeting", subjectId: meeting.id, seriesId: series.id },
      ...{ before: { status: meeting.status }, after: { status: "confirmed", sequence: meeting.sequence } },
    });
  });
}
