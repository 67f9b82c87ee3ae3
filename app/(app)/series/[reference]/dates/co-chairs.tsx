import { cache } from "react";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import { toRows } from "./rows";
import { RunPoll } from "./run-poll";
import { Slots } from "./slots";

/** The poll as those see it who run it, read once for all parts of the page. */
const loadDates = cache((reference: string) =>
  forPage(async () => {
    const actor = await requireActor();
    return { view: await viewDates(actor, reference), timeZone: actor.timeZone };
  }),
);

/** What co-chairs can do to the poll as a whole. */
export async function RunThePoll({ reference }: { reference: string }) {
  const { view, timeZone } = await loadDates(reference);
  return view.poll && <RunPoll view={view} timeZone={timeZone} />;
}

/** What the rules say of each slot, for co-chairs, who can take it off the offer. */
export async function ChangeSlots({ reference }: { reference: string }) {
  const { view, timeZone } = await loadDates(reference);
  return <Slots view={view} rows={toRows(view)} timeZone={timeZone} />;
}
