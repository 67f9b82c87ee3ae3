import { expect, it } from "vitest";
import { together } from "#lib/db/together";

function reader() {
  const questions: (readonly string[])[] = [];
  const ask = together(async (keys: readonly string[]) => {
    questions.push(keys);
    return new Map(keys.filter((key) => key !== "nobody").map((key) => [key, `${key} ${questions.length}`]));
  });
  return { ask, questions };
}

it("asks once for all that is asked in one turn, each key once", async () => {
  const { ask, questions } = reader();

  expect(await Promise.all([ask("a"), ask("b"), ask("a"), ask("nobody")])).toEqual([
    "a 1",
    "b 1",
    "a 1",
    null,
  ]);
  expect(questions).toEqual([["a", "b", "nobody"]]);
});

it("gives nobody what was read before asking", async () => {
  const questions: string[] = [];
  let answer: (found: Map<string, string>) => void = () => {};
  const ask = together<string>(() => {
    questions.push("asked");
    return new Promise((resolve) => (answer = resolve));
  });
  const early = ask("a");
  while (questions.length < 1) await new Promise((resolve) => setImmediate(resolve));
  const answerEarly = answer;
  const late = ask("a");
  while (questions.length < 2) await new Promise((resolve) => setImmediate(resolve));
  answerEarly(new Map([["a", "old"]]));
  answer(new Map([["a", "new"]]));

  expect([await early, await late]).toEqual(["old", "new"]);
});

it("tells all who asked when the question fails, and asks anew afterwards", async () => {
  let failures = 1;
  const ask = together(async () => {
    if (failures-- > 0) throw new Error("lost");
    return new Map([["a", "found"]]);
  });

  const both = await Promise.allSettled([ask("a"), ask("b")]);

  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask("a")).toBe("found");
});
