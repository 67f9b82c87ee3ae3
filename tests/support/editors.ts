import { HocuspocusProvider } from "@hocuspocus/provider";
import { expect } from "vitest";
import WebSocket from "ws";
import * as Y from "yjs";
import { startSession } from "#lib/auth/start-session";
import { createDocument, readDocument } from "#lib/collab/log";
import { db } from "#lib/db/client";
import { REPORT_SCHEMA_VERSION, roomOf } from "#lib/reports/domain/report";
import type { JointSeriesFixture } from "./joint-series.ts";

/** Signs a person in and returns the Cookie header. */
export async function signIn(personId: string): Promise<string> {
  const { name, value } = await startSession(personId, { method: "mail_link" });
  return `${name}=${value}`;
}

/** A report of the series whose text is empty but for `words`. */
export async function makeReport(series: JointSeriesFixture, words = "") {
  const first = new Y.Doc();
  first.getText("words").insert(0, words);
  const bytes = Y.encodeStateAsUpdate(first);
  const personId = series.cast.sg2CoChair.id;
  const documentId = await createDocument(db, { schemaVersion: REPORT_SCHEMA_VERSION, personId, bytes });
  await db.report.create({
    data: { seriesId: series.id, title: "Draft report", documentId, createdById: personId },
  });
  return { documentId, room: roomOf({ documentId, generation: 1 }) };
}

export type Door = { origin: string; cookie: string; from?: string; schema?: string };

/** The address and headers with which a browser would open the socket. */
export function doorOf({ origin, cookie, from = origin, schema = `${REPORT_SCHEMA_VERSION}` }: Door) {
  const url = `${origin.replace("http", "ws")}/collab?schema=${schema}`;
  return { url, headers: { cookie, origin: from } };
}

/** Opens a bare socket and returns the HTTP status it was refused with, or 101. */
export function knock(door: Door): Promise<number> {
  const { url, headers } = doorOf(door);
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve, reject) => {
    socket.on("open", () => resolve(101)).on("error", reject);
    socket.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
  }).finally(() => socket.terminate()) as Promise<number>;
}

const open: HocuspocusProvider[] = [];

/** An editor as the browser runs it, without the screen. */
export function openEditor(room: string, door: Door) {
  const { url, headers } = doorOf(door);
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
      this.on("error", () => {});
    }
  }
  const closed: number[] = [];
  const refused: string[] = [];
  const provider = new HocuspocusProvider({
    ...{
      url,
      name: room,
      token: "cookie",
      WebSocketPolyfill: Socket,
      delay: 50,
      minDelay: 50,
      maxDelay: 200,
    },
    onClose: ({ event }) => closed.push(event.code),
    onAuthenticationFailed: ({ reason }) => refused.push(reason),
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  open.push(provider);
  const text = provider.document.getText("words");
  return {
    provider,
    closed,
    refused,
    type: (words: string) => text.insert(text.length, words),
    read: () => text.toString(),
    isSaved: () => provider.isSynced && provider.unsyncedChanges === 0,
  };
}

export type TestEditor = ReturnType<typeof openEditor>;

export async function untilSaved(...editors: TestEditor[]): Promise<void> {
  await expect.poll(() => editors.every((editor) => editor.isSaved()), { timeout: 10_000 }).toBe(true);
}

export function closeEditors(): void {
  for (const provider of open.splice(0)) provider.destroy();
}

/** The text as the database has it, read from the log and nowhere else. */
export async function storedText(documentId: string): Promise<string> {
  return (await readDocument(documentId)).getText("words").toString();
}
