import fc from "fast-check";
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { readIcs } from "#lib/calendar-files/read-ics";

const OPTIONS = { floatingZone: "UTC", from: "2027-01-01", to: "2028-12-31" };
const END = Date.parse("2029-01-01");
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 1, maxLength: 3 });
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  fc.option(
    values.map((list) => `${name}=${list.join(",")}`),
    { nil: "" },
  );

/** What rules of meetings look like: not every mixture that RFC 5545 allows, but each part in its usual company. */
const rule = fc.oneof(
  fc.tuple(fc.constant("FREQ=DAILY"), part("BYDAY", some(WEEKDAYS)), part("BYMONTH", some([1, 3, 6, 10]))),
  fc.tuple(fc.constant("FREQ=WEEKLY"), part("BYDAY", some(WEEKDAYS)), fc.constant("")),
  fc.tuple(fc.constant("FREQ=MONTHLY"), part("BYMONTHDAY", some([1, 15, 28, 31, -1])), fc.constant("")),
  fc.tuple(fc.constant("FREQ=MONTHLY"), part("BYDAY", some(["1MO", "2TU", "-1FR", "3WE"])), fc.constant("")),
  // Without BYMONTH the other reader takes one month for BYMONTHDAY, RFC 5545 all of them.
  fc.tuple(
    fc.constant("FREQ=YEARLY"),
    some([3, 5, 11]).map((months) => `BYMONTH=${months.join(",")}`),
    part("BYMONTHDAY", some([1, 29, 30])),
  ),
  fc.tuple(fc.constant("FREQ=YEARLY"), fc.constant(""), fc.constant("")),
);

const event = fc.record({
  start: fc.tuple(
    fc.integer({ min: 2025, max: 2027 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }), // the other reader lets 30 February become 2 March
  ),
  rule,
  interval: fc.integer({ min: 1, max: 4 }),
  end: fc.oneof(
    fc.integer({ min: 1, max: 30 }).map((count) => `;COUNT=${count}`),
    fc.constantFrom(";UNTIL=20280401T000000Z", ";UNTIL=20270630T120000Z", ""),
  ),
  clock: fc.constantFrom("000000", "093000", "235900"),
});

function toText({
  start: [year, month, day],
  rule: parts,
  interval,
  end,
  clock,
}: typeof event extends fc.Arbitrary<infer T> ? T : never) {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${year}${two(month)}${two(day)}`;
  // Whether a start that its rule does not name is counted is open too: with COUNT, the rule follows the start.
  const named = end.startsWith(";COUNT") ? parts.slice(0, 1) : parts.filter(Boolean);
  const rrule = `${named.join(";")};INTERVAL=${interval}${end}`;
  const lines = ["UID:1", `DTSTART:${date}T${clock}Z`, `RRULE:${rrule}`];
  return ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n");
}

function byIcalJs(text: string): string[] {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent");
  if (!component) return [];
  const iterator = new ICAL.Event(component).iterator();
  const times: string[] = [];
  for (let next = iterator.next(); next && times.length < 4_000; next = iterator.next()) {
    const at = next.toJSDate();
    if (at.getTime() >= END) break;
    if (at.getTime() >= Date.parse(OPTIONS.from)) times.push(at.toISOString());
  }
  return times;
}

it("writes harmless rules out as another reader does", () => {
  fc.assert(
    fc.property(event, (given) => {
      const text = toText(given);
      const first = /DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(text)?.slice(1) ?? [];
      const start = `${first[0]}-${first[1]}-${first[2]}T${first[3]}:${first[4]}`;
      // The start counts here even when its own rule does not name it; RFC 5545 leaves that open.
      const others = (times: readonly string[]) => times.filter((time) => !time.startsWith(start));
      const ours = readIcs(text, OPTIONS).entries.map(({ startsAt }) =>
        new Date(startsAt ?? 0).toISOString(),
      );

      expect(others(ours), text).toEqual(others(byIcalJs(text)));
    }),
    { numRuns: 400 },
  );
});
