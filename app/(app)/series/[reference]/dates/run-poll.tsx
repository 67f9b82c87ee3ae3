import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { DeadlineFields } from "#components/scheduling/deadline-fields";
import { OpenPoll } from "#components/scheduling/open-poll";
import { ActionForm } from "#components/ui/action-form";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { addDays } from "#lib/kernel/day";
import { dayIn } from "#lib/kernel/zone";
import type { DatesView } from "#lib/scheduling/usecases/view-dates";
import { closePollAction, extendDeadlineAction, inviteNewcomersAction, openPollAction } from "./actions";

/** What a co-chair can do to the poll as a whole: open it, close it, move its deadline, ask newcomers. */
export async function RunPoll({ view, timeZone }: { view: DatesView; timeZone: string }) {
  if (view.phase === "draft") return <Open view={view} timeZone={timeZone} />;
  if (view.phase === "decided") return null;
  const t = await getTranslations("scheduling.run");
  const { reference } = view.series;
  return (
    <details className="mt-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("title")}</summary>
      <div className="grid gap-8 py-2">
        {view.newcomers > 0 && (
          <ActionForm
            action={inviteNewcomersAction}
            submit={t("invite", { people: view.newcomers })}
            variant="secondary"
            hidden={{ reference }}
          >
            <p>{t("inviteLead", { people: view.newcomers })}</p>
          </ActionForm>
        )}
        <Deadline view={view} timeZone={timeZone} />
      </div>
    </details>
  );
}

/** The deadline moved to later, or brought to now, as far as nothing stays hidden until then. */
async function Deadline({ view, timeZone }: { view: DatesView; timeZone: string }) {
  const t = await getTranslations("scheduling.run");
  const { reference } = view.series;
  const isOpen = view.phase === "open";
  const isHiding = view.poll !== null && (view.poll.hidesOthers || view.poll.hidesSides);
  const missing = view.asked.filter(({ state }) => state === "none").length;
  return (
    <>
      {isHiding && <Notice tone="info">{t(isOpen ? "hidesUntilThen" : "hadHidden")}</Notice>}
      {(isOpen || !isHiding) && (
        <ActionForm
          action={extendDeadlineAction}
          submit={t("extend")}
          variant="secondary"
          hidden={{ reference }}
        >
          <DeadlineFields timeZone={timeZone} />
        </ActionForm>
      )}
      {isOpen && !isHiding && (
        <ActionForm action={closePollAction} submit={t("close")} variant="danger" hidden={{ reference }}>
          <p>{t("closeLead", { missing })}</p>
        </ActionForm>
      )}
    </>
  );
}

/** So many days people have to answer, when nobody says otherwise. */
const USUAL_DAYS = 14;

async function Open({ view, timeZone }: { view: DatesView; timeZone: string }) {
  const t = await getTranslations("scheduling.open");
  const { series } = view;
  const sides = series.sides.map(({ letter, group }) => ({
    ...{ letter, group: group.reference },
    people: view.guests[letter] ?? 0,
    least: view.poll?.quorum[letter] ?? 1,
  }));
  return (
    <Section
      title={t("title")}
      lead={t("lead")}
      aside={<Link href={`/series/${series.reference}/dates/people` as never}>{t("people")}</Link>}
    >
      <OpenPoll
        {...{ reference: series.reference, timeZone, sides }}
        slots={view.poll?.slots.length ?? 0}
        day={addDays(dayIn(new Date(), timeZone), USUAL_DAYS)}
        action={openPollAction}
      />
    </Section>
  );
}
