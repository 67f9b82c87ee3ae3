import { expect, it } from "vitest";
import { findByName } from "#lib/decisions/domain/find-by-name";

const people = ["Jun Second", "Dora Delegate", "Sun Jun", "Jun"].map((name) => ({ name }));
const find = (text: string) => findByName(people, text).map(({ name }) => name);

it("finds whose name holds the letters in any case, who is called so first, and nobody without letters", () => {
  expect(find(" jun ")).toEqual(["Jun", "Jun Second", "Sun Jun"]);
  expect(find("DELE")).toEqual(["Dora Delegate"]);
  expect(find("nobody")).toEqual([]);
  expect(find("  ")).toEqual([]);
});

it("gives no more than twenty", () => {
  const many = Array.from({ length: 25 }, (_, number) => ({ name: `Delegate ${number}` }));
  expect(findByName([...many, { name: "delegate" }], "Delegate").map(({ name }) => name)).toEqual([
    "delegate",
    ...Array.from({ length: 19 }, (_, number) => `Delegate ${number}`),
  ]);
});
