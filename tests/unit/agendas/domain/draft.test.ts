import { describe, expect, it } from "vitest";
import {
  type DraftItem,
  parseDraft,
  saysTheSame,
  toDraftItems,
  toSentItems,
  withMinutes,
} from "#lib/agendas/domain/draft";

const ITEM = {
  ...{ id: "0198", title: "Topic", owner: "Q1/2", minutes: 45 },
  ...{ documents: ["C75", "TD9"], expectedOutcome: "Agree", duty: "discussion" as const },
};
const draft = (more: Partial<DraftItem> = {}): DraftItem => ({
  ...{ key: "k", id: null, title: "T", owner: "", minutes: "5" },
  ...{ documents: "", expectedOutcome: "", duty: null, ...more },
});

describe("an agenda in an editor", () => {
  it("comes back as it was when nothing is typed", () => {
    const items = [ITEM, { ...ITEM, id: null, duty: null }];
    expect(toSentItems(toDraftItems({ items }))).toEqual(items);
    expect(toDraftItems({ items }).map(({ key }) => key)).toEqual(["0198", "item-1"]);
  });

  it("takes one document a line, without the empty ones", () => {
    expect(toSentItems([draft({ documents: " C75 \n\n  \nTD9" })])[0]?.documents).toEqual(["C75", "TD9"]);
  });

  it.each([
    ["5", 5],
    [" 120 ", 120],
    ["", null],
    ["1.5", null],
    ["-3", null],
    ["5 min", null],
    ["٥", null],
  ])("reads %j minutes as %s, and as no time while it is none", (minutes, expected) => {
    expect(toSentItems([draft({ minutes })])[0]?.minutes).toBe(expected);
    expect(withMinutes([draft({ minutes })])[0]?.minutes).toBe(expected ?? 0);
  });

  it("knows when there is nothing to save", () => {
    const [item = draft()] = toDraftItems({ items: [ITEM] });
    expect(saysTheSame([item], { items: [ITEM] })).toBe(true);
    expect(saysTheSame([{ ...item, minutes: "045", documents: "C75\nTD9\n" }], { items: [ITEM] })).toBe(true);
    expect(saysTheSame([{ ...item, title: "Topic " }], { items: [ITEM] })).toBe(false);
    expect(saysTheSame([], { items: [ITEM] })).toBe(false);
  });
});

describe("parseDraft", () => {
  it("reads back what was kept", () => {
    const kept = { baseVersion: 3, items: [draft(), draft({ id: "x", duty: "ipr" })] };
    expect(parseDraft(JSON.stringify(kept))).toEqual(kept);
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "[]",
    '{"items":[]}',
    '{"baseVersion":1,"items":{}}',
    '{"baseVersion":1,"items":[null]}',
    JSON.stringify({ baseVersion: 1, items: [{ ...draft(), minutes: 5 }] }),
    JSON.stringify({ baseVersion: 1, items: [{ ...draft(), duty: "party" }] }),
    JSON.stringify({ baseVersion: 1, items: [{ ...draft(), id: 7 }] }),
  ])("takes nothing for a draft that is none: %j", (text) => expect(parseDraft(text)).toBeNull());
});
