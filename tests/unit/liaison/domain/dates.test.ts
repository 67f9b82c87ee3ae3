import { describe, expect, it } from "vitest";
import { findDates, firstDayOf, lastDayOf, monthOfDate } from "#lib/liaison/domain/dates";
import { evenOut } from "#lib/liaison/domain/plain-text";

const read = (text: string) => findDates(evenOut(text)).map(({ span: _span, ...date }) => date);

describe("findDates", () => {
  it.each([
    "30 June 2025",
    "30th June 2025",
    "30 June, 2025",
    "30 Jun. 2025",
    "June 30, 2025",
    "Jun 30th 2025",
    "2025-06-30",
    "30.06.2025",
    "30/06/2025",
    "30/6/2025",
    "30 juin 2025",
    "30 de junio de 2025",
    "30 июня 2025",
    "٣٠ يونيو ٢٠٢٥",
    "2025年6月30日",
    "30 JUNE 2025",
  ])("reads %s as the thirtieth of June", (text) => {
    expect(read(`by ${text}.`)).toEqual([{ kind: "day", day: "2025-06-30" }]);
  });

  it.each([
    ["5-14 February 2025", "2025-02-05", "2025-02-14"],
    ["5 – 14 February 2025", "2025-02-05", "2025-02-14"],
    ["February 5-14, 2025", "2025-02-05", "2025-02-14"],
    ["30 June - 4 July 2025", "2025-06-30", "2025-07-04"],
    ["29 December 2025 - 2 January 2026", "2025-12-29", "2026-01-02"],
  ])("reads %s as all its days", (text, from, to) => {
    expect(read(text)).toEqual([{ kind: "range", from, to }]);
  });

  it.each(["May 2025", "May, 2025", "mai 2025", "mayo de 2025", "мая 2025", "2025年5月", "2025-05"])(
    "reads %s as a month and invents no day",
    (text) => {
      expect(read(text)).toEqual([{ kind: "month", month: "2025-05" }]);
    },
  );

  it.each(["31 June 2025", "30 February 2025", "06/30/2025", "30 June", "14-5 February 2025", "00.00.2025"])(
    "does not guess what %s means",
    (text) => {
      expect(read(`by ${text}, please`)).toEqual([{ kind: "unclear" }]);
    },
  );

  it.each(["2025-2028", "39A1/1", "T25-SG12-250909", "1234.06.2025.7", "Mayor 2025", "the 30s"])(
    "finds no date in %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it("gives first day, last day and month, and null where a date has none", () => {
    const [range, month] = findDates("5-14 February 2025 and May 2025");
    expect(range && [firstDayOf(range), lastDayOf(range), monthOfDate(range)]).toEqual([
      "2025-02-05",
      "2025-02-14",
      "2025-02",
    ]);
    expect(month && [firstDayOf(month), lastDayOf(month), monthOfDate(month)]).toEqual([
      null,
      null,
      "2025-05",
    ]);
  });
});
