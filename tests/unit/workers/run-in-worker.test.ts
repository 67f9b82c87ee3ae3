import { expect, it } from "vitest";
import { runInWorker } from "#lib/workers/run-in-worker";

const MODULE = "tests/unit/workers/fixtures/obedient.ts";
const LIMITS = { timeLimitMs: 20_000, memoryMb: 64 };
const tell = (order: object, options: object = {}) =>
  runInWorker<unknown>(MODULE, order, { ...LIMITS, ...options });

it("gives back what the work returns, with its maps and bytes", async () => {
  const value = { at: new Map([["a", new Uint8Array([1, 2, 3])]]) };

  expect(await tell({ do: "echo", value })).toEqual(value);
});

it("hands on what the work reports on its way, in order", async () => {
  const heard: unknown[] = [];

  expect(await tell({ do: "report" }, { onProgress: (progress: unknown) => heard.push(progress) })).toBe(3);
  expect(heard).toEqual([{ step: 1 }, { step: 2 }, { step: 3 }]);
});

it("ends work that takes longer than its time, even in an endless loop", async () => {
  await expect(tell({ do: "spin" }, { timeLimitMs: 300 })).rejects.toMatchObject({
    name: "WorkerStopped",
    reason: "time",
  });
});

it("ends work that takes more than its memory and lives on", async () => {
  await expect(tell({ do: "hoard" }, { memoryMb: 16 })).rejects.toMatchObject({
    name: "WorkerStopped",
    reason: "memory",
  });
  expect(await tell({ do: "echo", value: "alive" })).toBe("alive");
});

it("ends work that is given up on its way", async () => {
  const giving = new AbortController();
  const working = tell(
    { do: "spin", value: true },
    { signal: giving.signal, onProgress: () => giving.abort() },
  );

  await expect(working).rejects.toMatchObject({ name: "WorkerStopped", reason: "aborted" });
});

it("does not begin work that was given up before", async () => {
  await expect(tell({ do: "echo" }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    reason: "aborted",
  });
});

it("throws the refusal of the work as a refusal, with its words and fields", async () => {
  await expect(tell({ do: "refuse" })).rejects.toMatchObject({
    name: "AppError",
    code: "invalid",
    words: { key: "field.tooLong" },
    fields: { name: [{ key: "field.required" }] },
  });
});

it("throws a bug in the work as what it is", async () => {
  await expect(tell({ do: "fail" })).rejects.toThrow("a bug in the work");
});

it("fails when the thread ends without a result", async () => {
  await expect(tell({ do: "leave" })).rejects.toThrow("ended without a result");
});

it("fails when there is no such module", async () => {
  await expect(runInWorker("lib/no-such-module.ts", null, LIMITS)).rejects.toThrow("no-such-module");
});

it("shows the work no environment variable", async () => {
  expect(Object.keys(process.env).length).toBeGreaterThan(0);
  expect(await tell({ do: "environment" })).toEqual([]);
});
