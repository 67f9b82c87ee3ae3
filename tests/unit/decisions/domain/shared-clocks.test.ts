import { expect, it } from "vitest";
import type { ZoneView } from "#lib/decisions/domain/ranking-view";
import { shareClocks } from "#lib/decisions/domain/shared-clocks";

const zone = (place: string, minute: number, burden = 0): ZoneView => ({
  ...{ timeZone: `Europe/${place}`, place, people: 2, burden, carried: 0 },
  times: [{ minute, dayShift: 0, clockChange: 0 }],
});

it("puts zones together that look alike in all series, and only those", () => {
  const first = {
    zones: [zone("Berlin", 780), zone("Seoul", 1_260, 5), zone("Rome", 780), zone("Oslo", 780)],
  };
  const second = {
    zones: [zone("Berlin", 540), zone("Seoul", 1_020), zone("Rome", 540), zone("Oslo", 540, 1)],
  };

  expect(shareClocks([first]).map(({ places, people }) => [places, people])).toEqual([
    [["Berlin", "Rome", "Oslo"], 6],
    [["Seoul"], 2],
  ]);
  const both = shareClocks([first, second]);
  expect(both.map(({ places }) => places)).toEqual([["Berlin", "Rome"], ["Seoul"], ["Oslo"]]);
  expect(both[1]?.zones.map(({ burden }) => burden)).toEqual([5, 0]);
  expect(shareClocks([])).toEqual([]);
});
