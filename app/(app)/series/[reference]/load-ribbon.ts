import { cache } from "react";
import { showSeriesRibbon } from "#lib/overview/usecases/show-series-ribbon";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";

/** The series and its map, read once for all the layouts of a page. */
export const loadRibbon = cache((reference: string) =>
  forPage(async () => showSeriesRibbon(await requireActor(), reference)),
);
