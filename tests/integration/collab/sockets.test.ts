import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { openDocuments } from "#lib/collab/documents";
import { reviewRights } from "#lib/collab/rights";
import { db } from "#lib/db/client";
import { report, series, serveDocuments, server } from "../../support/collaboration.ts";
import { doorOf, knock, openEditor, signIn, storedText, untilSaved } from "../../support/editors.ts";
import type { JointSeriesFixture } from "../../support/joint-series.ts";

serveDocuments();

const door = async (person: keyof JointSeriesFixture["cast"]) => ({
  origin: server.origin,
  cookie: await signIn(series.cast[person].id),
});
const rows = () => db.collaborativeUpdate.findMany({ where: { documentId: report.documentId } });

describe("the door", () => {
  it("opens to a signed-in person from our own pages", async () => {
    expect(await knock(await door("sg2CoChair"))).toBe(101);
  });

  it("stays closed to nobody, a false session, an ended session and another site's page", async () => {
    const own = await door("sg2CoChair");
    expect(await knock({ ...own, cookie: "" })).toBe(401);
    expect(await knock({ ...own, cookie: "authjs.session-token=forged" })).toBe(401);
    expect(await knock({ ...own, from: "https://evil.example" })).toBe(403);
    expect(await knock({ ...own, from: "null" })).toBe(403);
    await db.session.updateMany({ data: { expires: new Date("2001-01-01") } });
    expect(await knock(own)).toBe(401);
  });

  it("asks the editor for its schema version", async () => {
    const own = await door("sg2CoChair");
    for (const schema of ["", "0", "-1", "one", "99999"]) expect(await knock({ ...own, schema })).toBe(400);
  });
});

describe("a room", () => {
  it("shows two people what the other types, and both end with the same text that the database has", async () => {
    const first = openEditor(report.room, await door("sg2CoChair"));
    const second = openEditor(report.room, await door("sg20CoChair"));
    await untilSaved(first, second);
    for (let round = 0; round < 20; round += 1) {
      first.type("a");
      second.type("b");
    }
    await untilSaved(first, second);
    await expect.poll(() => first.read().length).toBe(40);
    await expect.poll(() => second.read()).toBe(first.read());
    expect(await storedText(report.documentId)).toBe(first.read());
    const writers = new Set((await rows()).map(({ personId }) => personId));
    expect(writers).toEqual(new Set([series.cast.sg2CoChair.id, series.cast.sg20CoChair.id]));
  });

  it("lets a secretariat write, and a delegate read but not write", async () => {
    const secretary = openEditor(report.room, await door("sg20Secretariat"));
    const delegate = openEditor(report.room, await door("sg2Delegate"));
    await untilSaved(secretary, delegate);
    secretary.type("Minutes");
    await expect.poll(() => delegate.read()).toBe("Minutes");
    delegate.type(" and more");
    secretary.type(".");
    await expect.poll(() => delegate.read()).toMatch(/ and more/); // on the own screen only
    await expect.poll(() => delegate.read()).toContain(".");
    await untilSaved(secretary);
    expect(delegate.isSaved()).toBe(false);
    expect(secretary.read()).toBe("Minutes.");
    expect(await storedText(report.documentId)).toBe("Minutes.");
  });

  it("does not exist for a stranger, in another generation, or when nobody keeps its kind", async () => {
    const stranger = openEditor(report.room, await door("stranger"));
    const stale = openEditor(report.room.replace(/1$/, "2"), await door("sg2CoChair"));
    const unknown = openEditor(`report:${series.id}:1`, await door("sg2CoChair"));
    await expect
      .poll(() => [stranger, stale, unknown].map(({ refused }) => refused[0]))
      .toEqual(["not_found", "not_found", "not_found"]);
    const minutes = openEditor(`minutes:${report.documentId}:1`, await door("sg2CoChair"));
    await expect.poll(() => minutes.closed[0]).toBe(1008);
  });

  it("refuses an editor that is older than the document", async () => {
    await db.collaborativeDocument.updateMany({ data: { schemaVersion: 2 } });
    const older = openEditor(report.room, await door("sg2CoChair"));
    const newer = openEditor(report.room, { ...(await door("sg2CoChair")), schema: "2" });
    await untilSaved(newer);
    await expect.poll(() => older.refused[0]).toBe("conflict");
  });

  it("shows everybody under the true name and side, whatever their browsers say", async () => {
    const first = openEditor(report.room, await door("sg2CoChair"));
    const second = openEditor(report.room, await door("sg20CoChair"));
    await untilSaved(first, second);
    first.provider.setAwarenessField("user", { name: "The Director", side: "B", id: "x" });
    first.provider.setAwarenessField("cursor", { anchor: { tname: "words" }, head: { tname: "words" } });
    first.provider.setAwarenessField("payload", "x".repeat(1000));
    await expect
      .poll(() => second.provider.awareness?.getStates().get(first.provider.document.clientID))
      .toEqual({
        user: { id: series.cast.sg2CoChair.id, name: "Paul First", side: "A" },
        cursor: { anchor: { tname: "words" }, head: { tname: "words" } },
      });
  });
});

describe("a right that is taken away", () => {
  it("ends the writing of a co-chair who becomes a mere reader, and what came later is not kept", async () => {
    const editor = openEditor(report.room, await door("sg2CoChair"));
    editor.type("kept");
    await untilSaved(editor);
    await db.seriesMember.updateMany({
      where: { personId: series.cast.sg2CoChair.id },
      data: { toDay: new Date("2025-01-02") },
    });
    await reviewRights(openDocuments());
    await expect.poll(() => editor.closed).toContain(4205);
    await expect.poll(() => editor.provider.authorizedScope).toBe("readonly");
    editor.type(" not kept");
    await setTimeout(200); // time in which it would have been stored
    expect(await storedText(report.documentId)).toBe("kept");
  });

  it("closes the socket of a person whose session ended, or who may not see the series any more", async () => {
    const signedOut = openEditor(report.room, await door("sg2CoChair"));
    const removed = openEditor(report.room, await door("sg20Delegate"));
    await untilSaved(signedOut, removed);
    await db.session.deleteMany({ where: { personId: series.cast.sg2CoChair.id } });
    await db.seriesMember.deleteMany({ where: { personId: series.cast.sg20Delegate.id } });
    await db.roleHolding.deleteMany({ where: { personId: series.cast.sg20Delegate.id } });
    await reviewRights(openDocuments());
    await expect.poll(() => signedOut.closed[0]).toBe(4401);
    await expect.poll(() => removed.closed[0]).toBe(4403);
  });

  it("leaves those alone whose rights are as they were", async () => {
    const editor = openEditor(report.room, await door("sg2CoChair"));
    const reader = openEditor(report.room, await door("sg2Delegate"));
    await untilSaved(editor, reader);
    await reviewRights(openDocuments());
    editor.type("still here");
    await untilSaved(editor);
    expect([...editor.closed, ...reader.closed]).toEqual([]);
  });
});

describe("hostile messages", () => {
  async function send(message: Uint8Array | string): Promise<number> {
    const { url, headers } = doorOf(await door("sg2CoChair"));
    const socket = new WebSocket(url, { headers });
    socket.on("error", () => {});
    await new Promise((resolve) => socket.once("open", resolve));
    socket.send(message);
    return new Promise((resolve) => socket.once("close", resolve));
  }
  const framed = (...bytes: number[]) =>
    new Uint8Array([report.room.length, ...Buffer.from(report.room), ...bytes]);

  it("close the connection and leave no trace in the log", async () => {
    const before = await rows();
    const messages = [
      "text",
      new Uint8Array([]),
      new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
      new Uint8Array(64).fill(7),
      framed(0, 2, 4, 255, 255, 255, 255), // an update that cannot be read
      framed(0, 9, 0), // an unknown step
      framed(1, 3, 1, 1, 1), // a presence that is cut off
      framed(5, 2, 104, 105), // a message that only a server may pass on
      framed(42),
    ];
    for (const message of messages) expect(await send(message)).toBe(1008);
    expect(await rows()).toEqual(before);
  });

  it("of more than four megabytes are not even taken in", async () => {
    expect(await send(new Uint8Array(4 * 1024 * 1024 + 1))).toBe(1009);
  });

  it("of an editor that is already in close its connection and leave the text as it was", async () => {
    const editor = openEditor(report.room, await door("sg2CoChair"));
    editor.type("whole");
    await untilSaved(editor);
    const before = await rows();
    editor.provider.configuration.websocketProvider.send(framed(0, 2, 4, 255, 255, 255, 255));
    await expect.poll(() => editor.closed[0]).toBe(1008);
    await untilSaved(editor);
    expect(await rows()).toEqual(before);
    expect(editor.read()).toBe("whole");
  });
});
