import type { Day } from "#lib/kernel/day";
import { AppError } from "#lib/kernel/errors";
import { say } from "#lib/kernel/words";
import type { Series, Side } from "./series.ts";

/** What a side can consent to. */
export type ConsentSubject = "series" | "co_chairs" | "dates" | "agenda" | "report" | "meeting_change";

/**
 * Kind and id of what is consented to: the series, a choice of dates, an agenda, a frozen report, a
 * change of a meeting.
 */
export type Subject = { readonly subject: ConsentSubject; readonly subjectId: string };

/** What one side said to one subject, as it was recorded. */
export type Consent = Subject & {
  readonly id: string;
  readonly sideId: string;
  readonly outcome: "agreed" | "not_agreed";
  readonly method: "meeting" | "correspondence";
  /** The body or person that decided. */
  readonly decidedBy: string;
  readonly decidedOn: Day;
  /** Where it can be seen: a document number, an address, a mail. */
  readonly evidence: string;
  readonly comment: string;
  /** Name of the person who wrote it down. */
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** Where one side stands on a subject. */
export type SideConsent = {
  readonly side: Side;
  readonly outcome: Consent["outcome"] | "missing";
  /** The row that counts; earlier ones of the side were replaced by it. */
  readonly latest: Consent | null;
  /** How many times this side has spoken; a form that saw a smaller number is out of date. */
  readonly version: number;
};

/** Where every side stands on a subject, in the order of the sides. The latest row of a side counts. */
export function consentState(
  series: Pick<Series, "sides">,
  consents: readonly Consent[],
  subject: Subject,
): SideConsent[] {
  return series.sides.map((side) => {
    const rows = consents.filter((consent) => consent.sideId === side.id && isAbout(consent, subject));
    const latest = rows.reduce<Consent | null>((newest, row) => (isNewer(row, newest) ? row : newest), null);
    return { side, outcome: latest?.outcome ?? "missing", latest, version: rows.length };
  });
}

/** What the sides say together: `agreed` only when each has agreed, `not_agreed` as soon as one has not. */
export function jointOutcome(sides: readonly Pick<SideConsent, "outcome">[]): SideConsent["outcome"] {
  if (sides.some(({ outcome }) => outcome === "not_agreed")) return "not_agreed";
  return sides.every(({ outcome }) => outcome === "agreed") ? "agreed" : "missing";
}

/** The sides that have not spoken yet. */
export function sidesMissing(sides: readonly SideConsent[]): Side[] {
  return sides.filter(({ outcome }) => outcome === "missing").map(({ side }) => side);
}

/** @throws AppError `conflict` when the side has spoken since the form was shown, and its words would be replaced unseen. */
export function requireSeenConsent(state: SideConsent, version: number): void {
  if (state.version === version) return;
  throw new AppError(
    "conflict",
    say("series.refusal.consentChanged", {
      side: state.side.group.reference,
      person: state.latest?.recordedBy ?? "",
    }),
  );
}

/** @throws AppError `invalid` when the decision lies after `today` (Geneva). */
export function requireDecidedBy(decidedOn: Day, today: Day): void {
  if (decidedOn <= today) return;
  throw new AppError("invalid", "refusal.checkFields", { decidedOn: [say("series.problem.decidedLater")] });
}

const isAbout = (consent: Consent, { subject, subjectId }: Subject) =>
  consent.subject === subject && consent.subjectId === subjectId;

/** Ids grow with time, so they decide between two rows of one instant. */
function isNewer(row: Consent, than: Consent | null): boolean {
  if (!than) return true;
  const later = row.recordedAt.getTime() - than.recordedAt.getTime();
  return later > 0 || (later === 0 && row.id > than.id);
}
