import { recordAct } from "#lib/audit/record";
import type { Db } from "#lib/db/client";
import { invariant } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Actor } from "#lib/people/domain/actor";
import {
  type Consent,
  consentState,
  requireDecidedBy,
  requireSeenConsent,
  type SideConsent,
  type Subject,
} from "#lib/series/domain/consents";
import { requireSpeaksFor } from "#lib/series/domain/policy";
import type { Series } from "#lib/series/domain/series";
import { insertConsent, listConsents } from "#lib/series/store/consents";

/** What a side says; `version` counts how often it had spoken when the form was shown, and may be left out. */
export type SideConsentInput = Subject &
  Pick<Consent, "sideId" | "outcome" | "method" | "decidedBy" | "decidedOn" | "evidence" | "comment"> & {
    readonly version?: number;
  };

/**
 * Writes down what a side says on a subject, and gives where every side stands on it now.
 *
 * For features whose subject it is, in their transaction: they have loaded the series in it, and know that the
 * subject belongs to it. Who may speak for the side is asked here.
 *
 * @throws AppError `forbidden` when the person does not speak for the side, `invalid` when it was decided in the future,
 *   `conflict` when the side has spoken since `version`.
 */
export async function recordSideConsent(
  db: Db,
  actor: Actor,
  {
    series,
    consent,
    now,
  }: { readonly series: Series; readonly consent: SideConsentInput; readonly now: Date },
): Promise<SideConsent[]> {
  const side = requireSpeaksFor(actor, series, consent.sideId);
  requireDecidedBy(consent.decidedOn, dayIn(now, GENEVA));
  const { version, ...said } = consent;
  const before = consentState(series, await listConsents(db, series.id), consent).find(
    (state) => state.side.id === side.id,
  );
  invariant(before !== undefined, "every side has a state");
  if (version !== undefined) requireSeenConsent(before, version);

  const id = await insertConsent(db, series.id, { ...said, recordedById: actor.id, recordedAt: now });
  const { sideId: _sideId, subjectId: _subjectId, ...after } = said;
  await recordAct(db, actor, {
    ...{ action: "consentRecord", subjectType: "consent", subjectId: id, seriesId: series.id },
    ...(before.latest ? { before: { side: side.group.reference, outcome: before.latest.outcome } } : {}),
    after: { side: side.group.reference, ...after },
  });
  return consentState(series, await listConsents(db, series.id), consent);
}
