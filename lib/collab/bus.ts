import type { Document, LocalTransactionOrigin } from "@hocuspocus/server";
import type { Client } from "pg";
import { setTimeout } from "node:timers/promises";
import * as z from "zod";
import { once } from "#lib/kernel/once";
import { openDocuments } from "./documents.ts";
import { applyParts, CHANNEL, PROCESS, readParts, readRows } from "./log.ts";
import { collabClient } from "./pool.ts";
import { roomSchema } from "./schema.ts";

const noticeSchema = z.object({
  from: z.string(),
  document: z.uuid(),
  rows: z.array(z.number().int()),
});

const state = once("collab.bus", () => ({ listening: false, client: null as Client | null }));

/** What other processes wrote is shown to our editors, and not written again. */
const ELSEWHERE = { source: "local", skipStoreHooks: true } as const satisfies LocalTransactionOrigin;

/**
 * Listens for changes that other processes logged, until {@link stopListening}. Called again it does nothing.
 *
 * After a lost connection every open document is read anew: a change applied twice does no harm in Yjs.
 */
export function startListening(): void {
  if (state.listening) return;
  state.listening = true;
  void listen();
}

/** Stops listening and gives the connection back. */
export async function stopListening(): Promise<void> {
  state.listening = false;
  const client = state.client;
  state.client = null;
  await client?.end().catch(() => {});
}

async function listen(): Promise<void> {
  while (state.listening) {
    const client = collabClient();
    const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
    client.on("error", () => {}); // "end" follows
    client.on("notification", ({ payload }) => void receive(payload ?? "").catch(() => client.end()));
    try {
      await client.connect();
      state.client = client;
      await client.query(`listen ${CHANNEL}`);
      for (const document of openDocuments().documents.values()) await readAnew(document);
      await ended;
    } catch {
      await client.end().catch(() => {});
    }
    if (state.listening) await setTimeout(500);
  }
}

async function receive(payload: string): Promise<void> {
  const notice = noticeSchema.parse(JSON.parse(payload));
  if (notice.from === PROCESS) return;
  for (const document of await openRoomsOf(notice.document)) {
    const rows = await readRows(notice.rows);
    applyParts(document, rows, ELSEWHERE);
  }
}

/** Also those that are being loaded: they may have read the log just before this change. */
async function openRoomsOf(documentId: string): Promise<Document[]> {
  const { documents, loadingDocuments } = openDocuments();
  const isOfIt = (name: string) => roomSchema.safeParse(name).data?.documentId === documentId;
  const loading = [...loadingDocuments].filter(([name]) => isOfIt(name)).map(([, promise]) => promise);
  const loaded = [...documents].filter(([name]) => isOfIt(name)).map(([, document]) => document);
  const done = await Promise.allSettled(loading);
  return [...loaded, ...done.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []))];
}

async function readAnew(document: Document): Promise<void> {
  applyParts(document, await readParts(roomSchema.parse(document.name).documentId), ELSEWHERE);
}
