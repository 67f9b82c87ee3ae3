import { getTranslations } from "next-intl/server";
import { ClockGuard } from "#components/meetings/clock-guard";
import { Section } from "#components/ui/section";
import type { Interval } from "#lib/kernel/interval";
import { viewClockGuard } from "#lib/meetings/usecases/view-clock-guard";
import type { Actor } from "#lib/people/domain/actor";
import { forPage } from "#lib/web/page";

type Props = {
  reference: string;
  actor: Actor;
  /** What is put forward as the meetings, in time order, while there are none. */
  slots?: readonly Interval[];
};

/** How the meetings of a series look on everybody's clock; nothing before there are any. */
export async function Guard({ reference, actor, slots = [] }: Props) {
  const t = await getTranslations("meetings.guard");
  const { meetings, zones, moved } = await forPage(() => viewClockGuard(actor, reference));
  const known =
    meetings.length > 0 ? meetings : slots.map((slot, index) => ({ ...slot, sequence: index + 1 }));
  if (known.length === 0) return null;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <ClockGuard {...{ meetings: known, zones, moved, timeZone: actor.timeZone }} />
    </Section>
  );
}
