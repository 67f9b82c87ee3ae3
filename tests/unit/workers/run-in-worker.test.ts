import { execFileSync } from "node:child_process";
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

// Each of the following has a memory of its own, and with it threads of its own.
const counting = (memoryMb: number, options: object = {}) =>
  tell({ do: "count" }, { memoryMb, keepWarm: true, ...options });

it("keeps a thread for the next work when it may, and gives it to nobody who asked for a fresh one", async () => {
  expect([await counting(65), await counting(65), await counting(65)]).toEqual([1, 2, 3]);
  expect(await counting(65, { keepWarm: false })).toBe(1);
  expect(await counting(65)).toBe(4);
});

it("gives works at one time a thread each, and keeps one of them", async () => {
  expect(await Promise.all([counting(66), counting(66)])).toEqual([1, 1]);
  expect(await counting(66)).toBe(2);
});

it("keeps a thread whose work was refused, and none whose work was ended or failed", async () => {
  const keepWarm = { memoryMb: 67, keepWarm: true };
  await counting(67);
  await expect(tell({ do: "refuse" }, keepWarm)).rejects.toMatchObject({ name: "AppError" });
  expect(await counting(67)).toBe(3);
  await expect(tell({ do: "spin" }, { ...keepWarm, timeLimitMs: 300 })).rejects.toMatchObject({
    reason: "time",
  });
  expect(await counting(67)).toBe(1);
  await expect(tell({ do: "fail" }, keepWarm)).rejects.toThrow("a bug in the work");
  await expect(tell({ do: "leave" }, keepWarm)).rejects.toThrow("ended without a result");
  expect(await counting(67)).toBe(1);
});

it("fails for what cannot be copied", async () => {
  await expect(tell({ do: "echo", value: () => 1 })).rejects.toMatchObject({ name: "DataCloneError" });
});

it("keeps no process alive for a thread that waits", () => {
  const script = `
    import { runInWorker } from "#lib/workers/run-in-worker";
    const options = { timeLimitMs: 20_000, memoryMb: 64, keepWarm: true };
    console.log(await runInWorker(${JSON.stringify(MODULE)}, { do: "count" }, options));`;
  const began = performance.now();
  const told = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });

  expect(told).toBe("1\n");
  expect(performance.now() - began).toBeLessThan(15_000); // it would wait for twenty seconds
});
