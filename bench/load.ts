import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

export type Load = {
  readonly perSecond: number;
  /** Milliseconds, by request. */
  readonly latencies: readonly number[];
  /** Milliseconds of processor time that the server's process spent for each; null where it cannot be read. */
  readonly cpuMs: number | null;
  /** Of one answer's body, as it came over the wire. */
  readonly bytes: number;
};

type Target = { readonly url: string; readonly cookie?: string; readonly pid: number };

/** Asks for an address over and over on several connections for some seconds. Throws when an answer is not 200. */
export async function load(target: Target, run: { seconds: number; connections: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: run.connections });
  const latencies: number[] = [];
  let bytes = 0;
  const cpuBefore = cpuOf(target.pid);
  const began = performance.now();
  const end = began + run.seconds * 1_000;
  const ask = async () => {
    while (performance.now() < end) {
      const since = performance.now();
      bytes = await once(target, agent);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: run.connections }, ask));
  const seconds = (performance.now() - began) / 1_000;
  const cpuAfter = cpuOf(target.pid);
  agent.destroy();
  const cpuMs = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / latencies.length;
  return { perSecond: latencies.length / seconds, latencies, cpuMs, bytes };
}

function once({ url, cookie }: Target, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "gzip", ...(cookie && { cookie }) };
    request(url, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
      answer.on("error", reject);
    })
      .on("error", reject)
      .end();
  });
}

const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Node runs on

/** Milliseconds of processor time of a process so far, user and system. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  } catch {
    return null;
  }
}
