import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { HocuspocusProvider } from "@hocuspocus/provider";
import WebSocket from "ws";
import * as Y from "yjs";
import { openDatabase } from "#lib/db/embedded";
import { figure, type Measure } from "../../bench/figure.ts";
import { freePort, removeData, startProduct } from "../support/product.ts";

const DATA = ".data/fault-collab";
/** How often the server is killed; `LIAISE_KILLS` in the environment says otherwise. */
const KILLS = Number(process.env.LIAISE_KILLS ?? 5);
const LETTER_EVERY_MS = 20;

/** One editor, and how much of its own typing it was last told is saved. */
type Writer = { readonly provider: HocuspocusProvider; told: number };

/**
 * Four people type into one report; the server is killed with kill -9 at random points. Lost: what an editor was told
 * is saved and the log does not have.
 */
export const collabLog: Measure = {
  name: "collab-log",
  async run() {
    await removeData(DATA);
    const port = await freePort();
    const start = () => startProduct({ data: DATA, port });
    let product = await start();
    try {
      process.env.LIAISE_DATA = DATA;
      process.env.DATABASE_URL = (await openDatabase()).url;
      const { room, documentId, cookies } = await makeReport();
      let told = 0;
      let lost = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const writers = cookies.map((cookie) => openWriter({ url: product.url, room, cookie }));
        await untilToldOnce(writers);
        await typeUntilKilled(writers, product.process);
        const { readDocument } = await import("#lib/collab/log");
        const { store } = await readDocument(documentId);
        for (const { provider, told: mine } of writers) {
          told += mine;
          lost += Math.max(0, mine - Y.getState(store, provider.document.clientID));
        }
        product = await start();
      }
      if (told === 0) throw new Error("nothing was acknowledged, so nothing was tested");
      const note = `${KILLS} kills, ${cookies.length} people typing, ${told} letters acknowledged`;
      return [
        figure({ name: "collab-log.lost", unit: "acknowledged letters", target: "== 0", note }, [lost]),
      ];
    } finally {
      const { db } = await import("#lib/db/client");
      const { collabPool } = await import("#lib/collab/pool");
      await collabPool().end();
      await db.$disconnect();
      await product.stop();
      await removeData(DATA);
    }
  },
};

/** These read DATABASE_URL when they load, hence not before it is set. */
async function makeReport() {
  const { db } = await import("#lib/db/client");
  const { emptyDatabase } = await import("../support/clean.ts");
  const { makeJointSeries } = await import("../support/joint-series.ts");
  const { startReport } = await import("#lib/reports/usecases/start-report");
  const { startSession } = await import("#lib/auth/start-session");
  const { roomOf } = await import("#lib/reports/domain/report");
  await emptyDatabase();
  const { reference, cast } = await makeJointSeries("running");
  await startReport(cast.sg2CoChair, reference);
  const { documentId } = await db.report.findFirstOrThrow();
  const people = [cast.sg2CoChair, cast.sg20CoChair, cast.sg2Secretariat, cast.sg20Secretariat];
  const cookies: string[] = [];
  for (const { id } of people) {
    const { name, value } = await startSession(id, { method: "mail_link" });
    cookies.push(`${name}=${value}`);
  }
  return { room: roomOf({ documentId, generation: 1 }), documentId, cookies };
}

function openWriter({ url, room, cookie }: { url: string; room: string; cookie: string }): Writer {
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } });
      this.on("error", () => {});
    }
  }
  const provider = new HocuspocusProvider({
    ...{ url: `${url.replace("http", "ws")}/collab?schema=1`, name: room, token: "cookie" },
    WebSocketPolyfill: Socket,
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  const writer: Writer = { provider, told: -1 };
  provider.on("unsyncedChanges", ({ number }: { number: number }) => {
    if (number === 0) writer.told = Y.getState(provider.document.store, provider.document.clientID);
  });
  return writer;
}

async function untilToldOnce(writers: readonly Writer[]): Promise<void> {
  for (let waited = 0; writers.some(({ told }) => told < 0); waited += 50) {
    if (waited > 30_000) throw new Error("the editors were not let in");
    await setTimeout(50);
  }
}

async function typeUntilKilled(
  writers: readonly Writer[],
  server: Awaited<ReturnType<typeof startProduct>>["process"],
): Promise<void> {
  const typing = setInterval(() => {
    for (const { provider } of writers) {
      const text = provider.document.getText("words");
      text.insert(text.length, "x");
    }
  }, LETTER_EVERY_MS);
  await setTimeout(500 + Math.random() * 1_500);
  const ended = once(server, "exit");
  server.kill("SIGKILL");
  await ended;
  clearInterval(typing);
  for (const { provider } of writers) provider.destroy();
}
