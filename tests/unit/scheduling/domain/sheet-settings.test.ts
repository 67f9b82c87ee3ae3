import fc from "fast-check";
import { expect, it } from "vitest";
import { readSettings, type SheetSettings, writeSettings } from "#lib/scheduling/domain/sheet-settings";

const USUAL = {
  ...{ timeZone: null, beside: ["Europe/Zurich", "UTC"], clock: 24, weekStart: 1, view: null },
};

it("reads what it wrote", () => {
  const settings: SheetSettings = {
    timeZone: "Asia/Seoul",
    beside: ["America/New_York", "UTC"],
    clock: 12,
    weekStart: 7,
    view: "list",
  };
  expect(readSettings(writeSettings(settings))).toEqual(settings);
  for (const view of ["grid", null] as const)
    expect(readSettings(writeSettings({ ...settings, view })).view).toBe(view);
  expect(readSettings(writeSettings({ ...settings, beside: [] })).beside).toEqual([]);
});

it("takes what is missing or unknown as usual", () => {
  expect(readSettings("")).toEqual(USUAL);
  expect(readSettings("zone=Mars/Base&clock=13&week=9&view=cloud")).toEqual(USUAL);
  expect(readSettings("beside=UTC UTC <script> Asia/Seoul").beside).toEqual(["UTC", "Asia/Seoul"]);
});

it("never fails, and never shows more zones than there is room for", () => {
  fc.assert(
    fc.property(fc.string(), (line) => {
      expect(readSettings(line).beside.length).toBeLessThanOrEqual(6);
    }),
  );
  const many = Intl.supportedValuesOf("timeZone").slice(0, 40).join(" ");
  expect(readSettings(`beside=${encodeURIComponent(many)}`).beside).toHaveLength(6);
});
