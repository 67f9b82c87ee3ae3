import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The socket server as a process of its own, on the database of the tests. */
export async function spawnSockets(): Promise<{ process: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ["tests/support/collab-server.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith("ready ")) return { process: child, origin: line.slice("ready ".length) };
  throw new Error("the socket server ended before it answered");
}
