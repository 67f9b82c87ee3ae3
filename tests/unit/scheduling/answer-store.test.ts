import fc from "fast-check";
import { expect, it } from "vitest";
import { AnswerStore } from "#components/scheduling/sheet/answer-store";

const IDS = ["a", "b", "c"];

it("shows what another window saved where nothing was changed here", () => {
  const store = new AnswerStore(IDS, { a: "yes" });
  store.settle(IDS, { a: "no", b: "yes" });
  expect(store.answers()).toEqual({ a: "no", b: "yes" });
  expect(store.summary()).toMatchObject({ unsaved: false, clashing: 0 });
});

it("keeps what was changed here, and tells where another window saved something else", () => {
  const store = new AnswerStore(IDS, { a: "yes" });
  store.set(["a"], "if_need_be");
  store.set(["b"], "no");
  store.settle(IDS, { a: "no", c: "yes" });
  expect(store.answers()).toEqual({ a: "if_need_be", b: "no", c: "yes" });
  expect(store.summary()).toMatchObject({ unsaved: true, clashing: 1 });
});

it("takes the answers of the other window on request, and gives them back", () => {
  const store = new AnswerStore(IDS, { a: "yes" });
  store.set(["a"], "if_need_be");
  store.settle(IDS, { a: "no" });
  store.takeSaved();
  expect(store.given("a")).toBe("no");
  expect(store.summary()).toMatchObject({ unsaved: false, clashing: 0 });
  store.undo();
  expect(store.given("a")).toBe("if_need_be");
  expect(store.summary()).toMatchObject({ unsaved: true, clashing: 1 });
});

it("tells of no clash after its own answers were saved, nor when both say the same", () => {
  const store = new AnswerStore(IDS, {});
  store.set(["a", "b"], "yes");
  store.settle(IDS, { a: "yes", b: "yes" });
  expect(store.summary()).toMatchObject({ unsaved: false, clashing: 0 });
  store.set(["a"], "no");
  store.settle(IDS, { a: "no", b: "yes" });
  expect(store.summary()).toMatchObject({ unsaved: false, clashing: 0 });
});

it("keeps what was answered between sending and the answer of the server", () => {
  const store = new AnswerStore(IDS, {});
  store.set(["a"], "yes");
  store.set(["b"], "no"); // after the form was sent with a alone
  store.settle(IDS, { a: "yes" });
  expect(store.answers()).toEqual({ a: "yes", b: "no" });
  expect(store.summary()).toMatchObject({ unsaved: true, clashing: 0 });
});

it("lets a proposal of the profile give way to what was saved elsewhere, and keeps it otherwise", () => {
  const store = new AnswerStore(IDS, {}, { proposals: { a: "no", b: "no" } });
  store.settle(IDS, { a: "yes" });
  expect([store.given("a"), store.isProposed("a")]).toEqual(["yes", false]);
  expect([store.given("b"), store.isProposed("b")]).toEqual(["no", true]);
});

const given = fc.constantFrom("yes" as const, "if_need_be" as const, "no" as const);
const answers = fc.dictionary(fc.constantFrom(...IDS), given);

it("never loses a change made here, whatever is saved elsewhere", () => {
  fc.assert(
    fc.property(answers, answers, answers, (first, changed, then) => {
      const store = new AnswerStore(IDS, first);
      for (const [id, answer] of Object.entries(changed)) store.set([id], answer);
      const own = store.changes();
      store.settle(IDS, then);
      for (const [id, answer] of Object.entries(own)) expect(store.given(id)).toBe(answer);
      for (const id of IDS.filter((each) => !(each in own))) expect(store.given(id)).toBe(then[id] ?? null);
    }),
  );
});
