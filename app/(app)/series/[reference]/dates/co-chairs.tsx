import type { Actor } from "#lib/people/domain/actor";
import { viewDates } from "#lib/scheduling/usecases/view-dates";
import { forPage } from "#lib/web/page";
import { toRows } from "./rows";
import { RunPoll } from "./run-poll";
import { Slots } from "./slots";

/** What co-chairs can do to the poll. */
export async function CoChairs({ reference, actor }: { reference: string; actor: Actor }) {
  const view = await forPage(() => viewDates(actor, reference));
  return (
    <>
      {view.poll && <RunPoll view={view} timeZone={actor.timeZone} />}
      <Slots view={view} rows={toRows(view, false)} timeZone={actor.timeZone} best={false} />
    </>
  );
}
