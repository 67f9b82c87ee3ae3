import { afterEach, describe, expect, it } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { ReportSession } from "#components/reports/report-session";
import { db } from "#lib/db/client";
import { report, series, serveDocuments, server } from "../../support/collaboration.ts";
import { doorOf, signIn, storedText } from "../../support/editors.ts";
import type { JointSeriesFixture } from "../../support/joint-series.ts";

const open: ReportSession[] = [];

serveDocuments();
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

/** A session as the page opens it, over a network that can be cut. */
async function openSession(person: keyof JointSeriesFixture["cast"], schema = "1") {
  const { id } = series.cast[person];
  const { url, headers } = doorOf({ origin: server.origin, cookie: await signIn(id), schema });
  const sockets: WebSocket[] = [];
  let isUp = true;
  class Socket extends WebSocket {
    constructor(address: string) {
      super(isUp ? address : "ws://127.0.0.1:9/none", { headers });
      this.on("error", () => {});
      sockets.push(this);
    }
  }
  const session = new ReportSession({
    url,
    room: report.room,
    personId: id,
    socket: { WebSocketPolyfill: Socket },
  });
  const told: string[] = [];
  session.subscribe(() => {
    const { saving } = session.view();
    if (saving.kind !== told.at(-1)) told.push(saving.kind);
  });
  session.open();
  open.push(session);
  const saving = () => session.view().saving;
  return {
    session,
    told,
    saving,
    type: (words: string) => {
      const text = session.view().live?.document.getText("words");
      text?.insert(text.length, words);
    },
    cut: () => {
      isUp = false;
      sockets.at(-1)?.terminate();
    },
    mend: () => (isUp = true),
    untilSaved: () => expect.poll(() => saving().kind, { timeout: 15_000 }).toBe("saved"),
  };
}

describe("a session", () => {
  it("opens, saves, and says so only when the database has it", async () => {
    const { type, untilSaved, told, saving } = await openSession("sg2CoChair");
    await untilSaved();
    type("one ");
    expect(saving().kind).toBe("saving");
    await untilSaved();
    expect(await storedText(report.documentId)).toBe("one ");
    expect(told).toEqual(["opening", "saving", "saved", "saving", "saved"]);
  });

  it("counts what is typed without a connection, and never calls it saved before all of it is", async () => {
    const { type, untilSaved, saving, cut, mend, session, told } = await openSession("sg2CoChair");
    await untilSaved();
    cut();
    await expect.poll(saving).toEqual({ kind: "offline", changes: 0 });
    for (const letter of "typed on a train") type(letter);
    expect(saving()).toEqual({ kind: "offline", changes: 16 });
    expect(await storedText(report.documentId)).toBe("");

    const early: string[] = [];
    const document = session.view().live?.document ?? new Y.Doc();
    session.subscribe(() => {
      if (session.view().saving.kind === "saved") early.push(Y.encodeStateVector(document).join());
    });
    mend();
    await untilSaved();
    expect(await storedText(report.documentId)).toBe("typed on a train");
    // The whole difference came as one change: the first acknowledgement was the acknowledgement of all.
    expect(await db.collaborativeUpdate.count({ where: { documentId: report.documentId } })).toBe(2);
    expect(told.slice(-3)).toEqual(["offline", "saving", "saved"]);
    expect(new Set(early).size).toBe(1);
  });

  it("tells who is here, by true name and side", async () => {
    const first = await openSession("sg2CoChair");
    const second = await openSession("sg20CoChair");
    await first.untilSaved();
    await second.untilSaved();
    for (const { session } of [first, second])
      session.view().live?.provider.setAwarenessField("user", { id: "x", name: "Nobody", side: "A" });
    const names = () => first.session.view().present.map(({ name, side }) => `${side} ${name}`);
    await expect.poll(names).toContain("B Jun Second");
  });

  it("ends for a reader and for a stranger, and says why", async () => {
    const reader = await openSession("sg2Delegate");
    await expect.poll(reader.saving).toEqual({ kind: "ended", reason: "readOnly", changes: 0 });
    const stranger = await openSession("stranger");
    await expect.poll(stranger.saving).toEqual({ kind: "ended", reason: "forbidden", changes: 0 });
  });

  it("ends when the page is older than the document, and keeps what was typed on the device", async () => {
    const { type, saving, untilSaved, cut, mend } = await openSession("sg2CoChair");
    await untilSaved();
    cut();
    await expect.poll(() => saving().kind).toBe("offline");
    type("kept");
    await db.collaborativeDocument.updateMany({ data: { schemaVersion: 2 } });
    mend();
    await expect
      .poll(saving, { timeout: 15_000 })
      .toEqual({ kind: "ended", reason: "olderEditor", changes: 1 });
    expect(await storedText(report.documentId)).toBe("");
  });
});
