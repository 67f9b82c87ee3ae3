import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import type { Product } from "../tests/support/product.ts";
import { figure, type Figure, type Measure, median, quantile } from "./figure.ts";
import type { PollData } from "./poll-data.ts";
import { withPoll } from "./with-product.ts";

const [PEOPLE, SLOTS, ALONE] = [1_000, 200, 200];
const ANSWERS = ["yes", "if_need_be", "no"] as const;

/** 200 answers of one person, again and again; then 1,000 people within ten seconds; then as many as it takes. */
export const submit: Measure = {
  name: "submit",
  run: () => withPoll({ name: "submit", slots: SLOTS, people: PEOPLE }, measure),
};

async function measure(product: Product, poll: PollData): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const send = sender(product.url, poll, agent);
  for (let number = 0; number < 50; number += 1) await send(0); // warm
  const alone: number[] = [];
  for (let number = 0; number < ALONE; number += 1) alone.push((await send(0)).ms);

  const memory = watchMemory(product.process.pid ?? 0);
  const began = performance.now();
  const crowd = await Promise.all(
    poll.invitees.map(async (_, person) => {
      await new Promise((resolve) => setTimeout(resolve, person * 10)); // evenly over ten seconds
      return send(person);
    }),
  );
  const crowdSeconds = (performance.now() - began) / 1_000;
  const memoryOfCrowd = memory.peak();
  const lost = await countLost(poll, crowd);

  const burstBegan = performance.now();
  const burst = await Promise.all(poll.invitees.map((_, person) => send(person)));
  const perSecond = burst.length / ((performance.now() - burstBegan) / 1_000);
  const memoryOfBurst = memory.peak();
  memory.stop();
  agent.destroy();
  const ms = (answers: readonly Sent[]) => answers.map((answer) => answer.ms);
  const errors = [...crowd, ...burst].filter(({ ok }) => !ok).length;
  const people = `${PEOPLE} people, ${SLOTS} answers each; load and server share the machine`;
  return [
    figure({ name: "submit.alone-p50", unit: "ms" }, [median(alone)]),
    figure({ name: "submit.alone-p99", unit: "ms", target: "<= 25", note: "one person, 200 answers" }, [
      quantile(alone, 0.99),
    ]),
    figure({ name: "submit.crowd-seconds", unit: "s", note: people }, [crowdSeconds]),
    figure({ name: "submit.crowd-p99", unit: "ms" }, [quantile(ms(crowd), 0.99)]),
    figure({ name: "submit.errors", unit: "answers", target: "<= 0" }, [errors]),
    figure({ name: "submit.lost", unit: "answers", target: "<= 0" }, [lost]),
    figure({ name: "submit.rate", unit: "people/s", target: ">= 500", note: "all at once" }, [perSecond]),
    figure(
      {
        ...{ name: "submit.memory", unit: "MB", target: "<= 400" },
        note: "largest resident set of the server during the ten seconds",
      },
      [memoryOfCrowd],
    ),
    figure({ name: "submit.memory-burst", unit: "MB", note: "all at once" }, [memoryOfBurst]),
  ];
}

type Sent = { readonly ok: boolean; readonly ms: number; readonly note: string };

/** Sends the answers of a person against the version that the answer before it left. */
function sender(url: string, { invitees, slotIds }: PollData, agent: Agent) {
  const versions = invitees.map(() => 1);
  return async (person: number): Promise<Sent> => {
    const version = versions[person] ?? 1;
    versions[person] = version + 1;
    const token = invitees[person]?.token ?? "";
    const note = `note ${version}`;
    const body = JSON.stringify({
      ...{ token, slotsVersion: 1, version, seen: slotIds, note },
      answers: Object.fromEntries(slotIds.map((id, slot) => [id, ANSWERS[(person + slot + version) % 3]])),
    });
    const since = performance.now();
    const status = await post(`${url}/api/answers`, body, agent);
    return { ok: status === 200, ms: performance.now() - since, note };
  };
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      origin: new URL(url).origin,
    };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Confirmed answers whose row does not hold them. */
async function countLost({ invitees }: PollData, sent: readonly Sent[]): Promise<number> {
  const { db } = await import("#lib/db/client");
  const rows = await db.pollInvitee.findMany({ select: { id: true, note: true } });
  const notes = new Map(rows.map(({ id, note }) => [id, note]));
  return invitees.filter(({ id }, person) => sent[person]?.ok && notes.get(id) !== sent[person]?.note).length;
}

/** The largest resident set of a process while it is watched, in MB; not a number where it cannot be read. */
function watchMemory(pid: number): { peak(): number; stop(): void } {
  let peak = Number.NaN;
  const look = () => {
    try {
      const kB = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
      peak = Math.max(Number.isNaN(peak) ? 0 : peak, kB / 1_000);
    } catch {
      // no such file elsewhere than on Linux
    }
  };
  const timer = setInterval(look, 200);
  return {
    peak() {
      look();
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}
