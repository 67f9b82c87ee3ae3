import { expect, it } from "vitest";
import { totalsHtml } from "#components/scheduling/totals-html";
import type { SideTotal } from "#lib/scheduling/domain/tally";
import { makeSlot } from "../../support/slots.ts";

const side = (letter: string, yes: number): SideTotal => ({
  ...{ letter, yes, ifNeedBe: 0, no: 0, unanswered: 0, able: yes, quorum: 0, reached: true },
});
const A = { letter: "A", group: "SG2" };
const B = { letter: "B", group: "SG20" };
const total = (...sides: SideTotal[]) => ({ slotId: "s0", sides, quorate: true });

/** For each heading after the first, the group it names and the number of yes below it. */
function readColumns(sides: readonly (typeof A)[], given: ReturnType<typeof total>): string[] {
  const table = { slots: [makeSlot(0, "2027-03-16T13:00Z")], totals: [given], sides };
  const t = (key: string) => key;
  const html = String(
    totalsHtml(
      { ...table, bestFirst: false, timeZone: "Europe/Zurich", locale: "en" },
      t as unknown as Parameters<typeof totalsHtml>[1],
      t as unknown as Parameters<typeof totalsHtml>[2],
    ),
  );
  const [, after = ""] = html.split('<table class="totals">');
  const headings = [...after.matchAll(/<th scope="col">.*?<\/span>\s*(SG\d+)<\/th>/gs)].map(
    ([, name]) => name,
  );
  const numbers = [...after.matchAll(/● (\d+)/g)].map(([, yes]) => yes);
  return headings.map((name, index) => `${name} ${numbers[index]}`);
}

it("sets each side's numbers under its own heading", () => {
  expect(readColumns([A, B], total(side("A", 7), side("B", 3)))).toEqual(["SG2 7", "SG20 3"]);
});

it("goes by the letter of a side, not by its place: also when the totals come in another order", () => {
  expect(readColumns([A, B], total(side("B", 3), side("A", 7)))).toEqual(["SG2 7", "SG20 3"]);
});

it.each([
  ["A", [B], total(side("B", 3)), ["SG20 3"]],
  ["B", [A], total(side("A", 7)), ["SG2 7"]],
] as const)(
  "has no column and no number of side %s while it is hidden from the reader",
  (...[, sides, given, shown]) => {
    expect(readColumns(sides, given)).toEqual(shown);
  },
);
