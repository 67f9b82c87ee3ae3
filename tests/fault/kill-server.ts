import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { openDatabase } from "#lib/db/embedded";
import { figure, type Measure } from "../../bench/figure.ts";
import { makePoll, type PollData } from "../../bench/poll-data.ts";
import { freePort, type Product, removeData, startProduct } from "../support/product.ts";
import { answerWithNote } from "./answer-form.ts";

const DATA = ".data/fault-kill";
/** How often the server is killed; `LIAISE_KILLS` in the environment says otherwise. */
const KILLS = Number(process.env.LIAISE_KILLS ?? 20);
const WRITERS = 6;
/** The server is killed after at most so many confirmed answers, and a random moment later. */
const MOST_ANSWERS = 30;
const LONGEST_MOMENT_MS = 100;

/** What one person was told: the number of the last answer that the page called saved, and of the last one sent. */
type Ledger = { confirmed: number; sent: number };

type Kept = { readonly note: string; readonly saves: number; readonly acts: number };

/**
 * Several people save their answers over and over; the server is killed with kill -9 at random points and started
 * again. Lost: a confirmed answer that is not there any more. Half-applied: an answer without its line in the audit
 * trail, or the reverse.
 */
export const killServer: Measure = {
  name: "kill-server",
  async run() {
    await removeData(DATA);
    const port = await freePort();
    const start = () => startProduct({ data: DATA, port });
    let product = await start();
    try {
      process.env.LIAISE_DATA = DATA;
      process.env.DATABASE_URL = (await openDatabase()).url;
      const poll = await makePoll({ slots: 6, people: WRITERS });
      const ledgers = poll.invitees.map((): Ledger => ({ confirmed: 0, sent: 0 }));
      const before = await readKept(poll);
      const restarts: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await writeUntilKilled(product, poll, ledgers);
        product = await start();
        restarts.push(product.startedAfter / 1_000);
      }
      return judge({ before, after: await readKept(poll), ledgers, restarts });
    } finally {
      const { db } = await import("#lib/db/client");
      await db.$disconnect();
      await product.stop();
      await removeData(DATA);
    }
  },
};

async function writeUntilKilled(product: Product, poll: PollData, ledgers: Ledger[]): Promise<void> {
  let alive = true;
  let left = 1 + Math.floor(Math.random() * MOST_ANSWERS);
  const enough = Promise.withResolvers<void>();
  const writing = poll.invitees.map(async ({ token }, index) => {
    const ledger = ledgers[index];
    while (alive && ledger) {
      ledger.sent += 1;
      const number = ledger.sent;
      try {
        if (!(await answerWithNote(`${product.url}/answer/${token}`, String(number)))) continue;
        ledger.confirmed = number;
        left -= 1;
        if (left === 0) enough.resolve();
      } catch (error) {
        if (alive) throw error; // a refused connection is what we are here for; anything before is a fault of ours
      }
    }
  });
  const ended = once(product.process, "exit");
  await Promise.race([enough.promise, Promise.all(writing)]);
  await setTimeout(Math.random() * LONGEST_MOMENT_MS);
  alive = false;
  product.process.kill("SIGKILL");
  await ended;
  await Promise.all(writing);
}

async function readKept(poll: PollData): Promise<Kept[]> {
  const { db } = await import("#lib/db/client");
  return Promise.all(
    poll.invitees.map(async ({ id }) => {
      const { note, version } = await db.pollInvitee.findUniqueOrThrow({ where: { id } });
      return { note, saves: version, acts: await db.auditEntry.count({ where: { subjectId: id } }) };
    }),
  );
}

type Found = { before: Kept[]; after: Kept[]; ledgers: Ledger[]; restarts: number[] };

function judge({ before, after, ledgers, restarts }: Found) {
  const confirmed = ledgers.reduce((sum, ledger) => sum + ledger.confirmed, 0);
  if (confirmed === 0) throw new Error("nothing was confirmed, so nothing was tested");
  const lost = after.filter(({ note }, index) => Number(note) < (ledgers[index]?.confirmed ?? 0)).length;
  const half = after.filter(({ saves, acts }, index) => {
    const first = before[index];
    return !first || saves - first.saves !== acts - first.acts;
  }).length;
  const note = `${restarts.length} kills, ${WRITERS} people writing, answers up to number ${Math.max(...ledgers.map(({ confirmed: last }) => last))} confirmed`;
  return [
    figure({ name: "kill-server.lost", unit: "confirmed answers", target: "== 0", note }, [lost]),
    figure({ name: "kill-server.half-applied", unit: "answers", target: "== 0", note }, [half]),
    figure({ name: "kill-server.restart", unit: "s", target: "<= 3" }, restarts),
  ];
}
