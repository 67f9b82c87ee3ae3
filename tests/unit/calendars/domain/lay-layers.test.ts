import { expect, it } from "vitest";
import { type Invited, layOver } from "#lib/calendars/domain/lay-layers";
import { newestKnown } from "#lib/calendars/domain/newest-known";

const group = (reference: string, kind: string, studyGroupId = reference.toLowerCase()) => ({
  ...{ id: reference.toLowerCase(), reference, kind, studyGroupId },
});
const entry = (title: string, opensOn: string, asOf: string) => ({
  ...{ title, opensOn, closesOn: opensOn, startsAt: null, endsAt: null, source: "s", asOf },
});
const layer = (change: object) => ({
  ...{ kind: "group" as const, title: "T", group: group("SG20", "SG"), country: null },
  ...{ effect: "warn" as const, isSample: false, entries: [entry("Plenary", "2027-03-01", "2027-01-01")] },
  ...change,
});
const invited: Invited[] = [
  { timeZone: "Asia/Seoul", country: "KR", groupIds: ["q6/20", "sg20"] },
  { timeZone: "Europe/Zurich", country: "CH", groupIds: ["sg2"] },
  { timeZone: "Europe/Zurich", country: null, groupIds: ["sg2", "tsag"] },
];
const around = { invited, studyGroupIds: ["sg2", "sg20"] };
const lay = (layers: ReturnType<typeof layer>[], kept: Parameters<typeof layOver>[0]["kept"] = []) =>
  layOver({ layers, kept }, around);

it("counts the people of a group, of a country, and nobody for another body", () => {
  const tsag = layer({ group: group("TSAG", "TSAG") });
  const korea = layer({ kind: "holidays", group: null, country: "KR" });
  const forum = layer({ kind: "other_body", group: null, title: "Forum" });

  expect(lay([layer({}), tsag, korea, forum])).toMatchObject([
    { kind: "side", name: "SG20", people: [{ timeZone: "Asia/Seoul", people: 1 }] },
    { kind: "group", name: "TSAG", people: [{ timeZone: "Europe/Zurich", people: 1 }] },
    { kind: "holidays", name: "KR", people: [{ timeZone: "Asia/Seoul", people: 1 }] },
    { kind: "other_body", name: "Forum", people: null },
  ]);
});

it("takes a working party of a side as the side's, and a Question as any group", () => {
  const layers = [group("WP2/20", "WP", "sg20"), group("Q6/20", "Q", "sg20")].map((own) =>
    layer({ group: own }),
  );

  expect(lay(layers).map(({ kind }) => kind)).toEqual(["side", "group"]);
});

it("lays the meetings on a group's page over slots too, and they block", () => {
  const kept = [{ group: group("SG2", "SG"), entry: entry("Plenary", "2027-03-01", "2027-01-01") }];

  expect(lay([], kept)).toMatchObject([
    { kind: "side", name: "SG2", effect: "block", entries: [{ title: "Plenary" }] },
  ]);
});

it("lets the newer source of one meeting count, wherever it was written", () => {
  const sg20 = group("SG20", "SG");
  const older = [{ group: sg20, entry: entry("On the page", "2027-03-01", "2026-12-01") }];
  const newer = [{ group: sg20, entry: entry("On the page", "2027-03-01", "2027-02-01") }];
  const titles = (kept: typeof older) =>
    lay([layer({})], kept).flatMap(({ entries }) => entries.map(({ title }) => title));

  expect(titles(older)).toEqual(["Plenary"]);
  expect(titles(newer)).toEqual(["On the page"]);
});

it("keeps meetings of both sources that share no day", () => {
  const [kept, imported] = [entry("A", "2027-03-01", "2027-01-01"), entry("B", "2027-03-02", "2027-01-01")];

  expect(newestKnown([kept], [imported])).toEqual([kept, imported]);
});
