import { useTranslations } from "next-intl";
import type { Tone } from "#components/ui/notice";
import { StateLabel } from "#components/ui/state-label";
import type { MeetingStatus } from "#lib/meetings/domain/meeting";

const TONES: Record<MeetingStatus, Tone> = {
  planned: "info",
  confirmed: "ok",
  held: "ok",
  reported: "ok",
  cancelled: "bad",
  postponed: "warn",
};

/** The state of a meeting, in TSB's own words. */
export function MeetingState({ status }: { status: MeetingStatus }) {
  const t = useTranslations("meetings.status");
  return <StateLabel tone={TONES[status]}>{t(status)}</StateLabel>;
}
