import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { openDocuments } from "#lib/collab/documents";
import { closeSockets } from "#lib/collab/sockets";
import { db } from "#lib/db/client";
import { emptyDatabase } from "./clean.ts";
import { serveSockets } from "./collab-server.ts";
import { closeEditors, makeReport } from "./editors.ts";
import { type JointSeriesFixture, makeJointSeries } from "./joint-series.ts";

/** The document server of the file, and the series and report of the test. */
export let server: Awaited<ReturnType<typeof serveSockets>>;
export let series: JointSeriesFixture;
export let report: Awaited<ReturnType<typeof makeReport>>;

/** Serves documents for the tests of a file, each with a running series and its report. */
export function serveDocuments(): void {
  beforeAll(async () => {
    server = await serveSockets();
  });
  beforeEach(async () => {
    await emptyDatabase();
    series = await makeJointSeries("running");
    report = await makeReport(series);
  });
  afterEach(async () => {
    closeEditors();
    await expect.poll(() => openDocuments().getDocumentsCount()).toBe(0);
  });
  afterAll(async () => {
    await closeSockets();
    await server.stop();
    await db.$disconnect();
  });
}
