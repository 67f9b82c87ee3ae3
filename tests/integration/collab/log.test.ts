import { once } from "node:events";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { compactLog } from "#lib/collab/compact";
import { appendChange, editDocument, readDocument } from "#lib/collab/log";
import { db } from "#lib/db/client";
import { spawnSockets } from "../../support/collab-child.ts";
import { report, series, serveDocuments, server } from "../../support/collaboration.ts";
import {
  closeEditors,
  openEditor,
  signIn,
  storedText,
  type TestEditor,
  untilSaved,
} from "../../support/editors.ts";
import type { JointSeriesFixture } from "../../support/joint-series.ts";

serveDocuments();

const doorFor = async (origin: string, person: keyof JointSeriesFixture["cast"] = "sg2CoChair") => ({
  origin,
  cookie: await signIn(series.cast[person].id),
});
const where = () => ({ documentId: report.documentId });

describe("what was told to be saved", () => {
  it("is in the database after kill -9 of the server, to the last letter", async () => {
    const child = await spawnSockets();
    const editors: TestEditor[] = [];
    for (const person of ["sg2CoChair", "sg20CoChair", "sg2Secretariat", "sg20Secretariat"] as const)
      editors.push(openEditor(report.room, await doorFor(child.origin, person)));
    await untilSaved(...editors);
    // For each editor: how much of its own typing it was last told is saved.
    const told = editors.map(() => 0);
    for (const [index, { provider }] of editors.entries())
      provider.on("unsyncedChanges", ({ number }: { number: number }) => {
        if (number > 0) return;
        told[index] = Y.getState(provider.document.store, provider.document.clientID);
      });
    const typing = setInterval(() => editors.forEach((editor) => editor.type("x")), 15);
    await expect.poll(() => told.every((letters) => letters > 10), { timeout: 20_000 }).toBe(true);
    child.process.kill("SIGKILL");
    await once(child.process, "exit");
    clearInterval(typing);
    closeEditors();

    const stored = await readDocument(report.documentId);
    const missing = editors.map(({ provider }, index) =>
      Math.max(0, (told[index] ?? 0) - Y.getState(stored.store, provider.document.clientID)),
    );
    expect(missing).toEqual([0, 0, 0, 0]);
    expect(stored.store.pendingStructs).toBeNull();
  });

  it("is never claimed while the database takes no change; the editor comes back and everything arrives", async () => {
    const editor = openEditor(report.room, await doorFor(server.origin));
    editor.type("before, ");
    await untilSaved(editor);
    await db.$executeRaw`alter table collaborative_updates rename to out_of_order`;
    try {
      editor.type("during, ");
      await expect.poll(() => editor.closed).toContain(1013);
      expect(editor.isSaved()).toBe(false);
    } finally {
      await db.$executeRaw`alter table out_of_order rename to collaborative_updates`;
    }
    editor.type("after");
    await untilSaved(editor);
    expect(await storedText(report.documentId)).toBe("before, during, after");
  });

  it("survives that PostgreSQL cuts every connection", async () => {
    const editor = openEditor(report.room, await doorFor(server.origin));
    await untilSaved(editor);
    await db.$queryRaw`select pg_terminate_backend(pid)::text from pg_stat_activity where application_name = 'liaise-collab'`;
    editor.type("still there");
    await untilSaved(editor);
    expect(await storedText(report.documentId)).toBe("still there");
  });
});

describe("the log", () => {
  it("writes what arrives together in one go, in the order of arrival", async () => {
    const source = new Y.Doc();
    const changes: Uint8Array[] = [];
    source.on("update", (bytes: Uint8Array) => changes.push(bytes));
    for (const letter of "the quick brown fox")
      source.getText("words").insert(source.getText("words").length, letter);
    await Promise.all(
      changes.map((bytes) => appendChange({ documentId: report.documentId, personId: null, bytes })),
    );
    expect(await storedText(report.documentId)).toBe("the quick brown fox");
    expect(await db.collaborativeUpdate.count({ where: where() })).toBe(changes.length + 1);
  });

  it("refuses a change of a document that does not exist, and goes on with the others", async () => {
    const bytes = Y.encodeStateAsUpdate(new Y.Doc());
    await expect(appendChange({ documentId: series.id, personId: null, bytes })).rejects.toThrow();
    await appendChange({ documentId: report.documentId, personId: null, bytes });
    expect(await db.collaborativeUpdate.count({ where: where() })).toBe(2);
  });

  it("takes many rows into the snapshot, keeps every one of them, and reads the same text before and after", async () => {
    const editor = openEditor(report.room, await doorFor(server.origin));
    await untilSaved(editor);
    for (let index = 0; index < 30; index += 1) editor.type(`${index} `);
    await untilSaved(editor);
    const rows = await db.collaborativeUpdate.count({ where: where() });
    expect(await compactLog(report.documentId, 10_000)).toBe(0);
    const both = await Promise.all([compactLog(report.documentId, 2), compactLog(report.documentId, 2)]);
    expect(both.toSorted((a, b) => a - b)).toEqual([0, rows]); // one at a time, the other finds nothing to do
    expect(await db.collaborativeUpdate.count({ where: { ...where(), compactedAt: { not: null } } })).toBe(
      rows,
    );
    expect(await storedText(report.documentId)).toBe(editor.read());
    editor.type("and on");
    await untilSaved(editor);
    expect(await storedText(report.documentId)).toBe(editor.read());
  });

  it("cannot be changed or emptied, not even by us", async () => {
    await expect(db.collaborativeUpdate.deleteMany({ where: where() })).rejects.toThrow(/append-only/);
    await expect(
      db.collaborativeUpdate.updateMany({ where: where(), data: { bytes: new Uint8Array([0]) } }),
    ).rejects.toThrow(/append-only/);
  });

  it("opens a document although one row cannot be read", async () => {
    const bytes = new Uint8Array([9, 9, 9, 9]);
    await db.collaborativeUpdate.create({ data: { ...where(), bytes } });
    const editor = openEditor(report.room, await doorFor(server.origin));
    editor.type("readable");
    await untilSaved(editor);
    expect(await storedText(report.documentId)).toBe("readable");
  });
});

describe("a change from elsewhere", () => {
  it("made on the server reaches every open editor and is logged under its author", async () => {
    const editor = openEditor(report.room, await doorFor(server.origin));
    editor.type("one ");
    await untilSaved(editor);
    await editDocument(report.documentId, series.cast.sg20Chair.id, (document) =>
      document.getText("words").insert(4, "two"),
    );
    await expect.poll(() => editor.read()).toBe("one two");
    expect(await db.collaborativeUpdate.count({ where: { personId: series.cast.sg20Chair.id } })).toBe(1);
    await editDocument(report.documentId, null, () => {});
    expect(await db.collaborativeUpdate.count({ where: { personId: null } })).toBe(0);
  });

  it("typed at another process reaches the editors of this one, and the other way round", async () => {
    const child = await spawnSockets();
    try {
      const here = openEditor(report.room, await doorFor(server.origin, "sg2CoChair"));
      const there = openEditor(report.room, await doorFor(child.origin, "sg20CoChair"));
      await untilSaved(here, there);
      here.type("from here ");
      await expect.poll(() => there.read()).toBe("from here ");
      there.type("from there");
      await expect.poll(() => here.read()).toBe("from here from there");
      await untilSaved(here, there);
      expect(await storedText(report.documentId)).toBe("from here from there");
    } finally {
      child.process.kill("SIGTERM");
    }
  });
});
