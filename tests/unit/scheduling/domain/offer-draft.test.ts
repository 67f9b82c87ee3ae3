import fc from "fast-check";
import { expect, it } from "vitest";
import { stageWish } from "#lib/scheduling/domain/generate-slots";
import { readOfferDraft, writeOfferDraft } from "#lib/scheduling/domain/offer-draft";

const NOW = new Date("2027-01-04T09:00:00Z");
const slotOn = (day: string) => {
  const slot = stageWish({ day, clock: "14:00", timeZone: "Asia/Seoul", lengthMinutes: 90 });
  if (!slot) throw new Error("no such time");
  return slot;
};

it("reads what it wrote, slot by slot", () => {
  const draft = { at: 5, reason: "Both sides asked.", slots: [slotOn("2027-02-01"), slotOn("2027-02-02")] };
  expect(readOfferDraft(writeOfferDraft(draft), NOW)).toEqual(draft);
});

it("leaves out slots whose time has passed meanwhile", () => {
  const draft = { at: 5, reason: "", slots: [slotOn("2027-01-04"), slotOn("2027-01-05")] };
  expect(readOfferDraft(writeOfferDraft(draft), NOW)?.slots).toEqual([slotOn("2027-01-05")]);
});

it("takes nothing from a storage that holds something else", () => {
  for (const text of [null, "", "{", "7", "null", "[]", '{"at":1}', '{"at":"1","wishes":[]}'])
    expect(readOfferDraft(text, NOW)).toBeNull();
  const bad = [1, [], ["2027-02-30x", "14:00", "UTC", 60], ["2027-02-01", "24:00", "UTC", 60]];
  const worse = [
    ["2027-02-01", "14:00", "Mars/Base", 60],
    ["2027-02-01", "14:00", "UTC", -60],
  ];
  expect(readOfferDraft(JSON.stringify({ at: 1, wishes: [...bad, ...worse] }), NOW)).toEqual({
    ...{ at: 1, reason: "", slots: [] },
  });
});

it("never fails, whatever the storage holds", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (wishes, at) => {
      expect(() => readOfferDraft(JSON.stringify({ at, wishes }), NOW)).not.toThrow();
    }),
  );
});
