import { expect, it } from "vitest";
import type { SeriesFactsheet } from "#lib/overview/domain/facts";
import { LIMITS } from "#lib/rules/domain/rules";
import { buildRibbon } from "#lib/overview/domain/ribbon";
import { aFactsheet, aMeeting, aPoll } from "../../../support/factsheet.ts";
import { aSeries } from "../../../support/series-in-memory.ts";

const target = { group: { id: "tsag", reference: "TSAG" }, month: "2027-05", opensOn: "2027-05-24" };
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const ribbon = (facts: SeriesFactsheet, now: Date) => buildRibbon(facts, LIMITS, now);
const states = (facts: SeriesFactsheet, now: Date) =>
  Object.fromEntries(
    ribbon(facts, now)
      .filter(({ kind }) => kind === "stop")
      .map(({ key, state }) => [key, state]),
  );

const running = aFactsheet({
  series: aSeries({ state: "running", target }),
  letter: { id: "l", sentOn: "2026-12-20", deadline: "2027-01-10" },
  poll: aPoll({ state: "decided" }),
  meetings: [
    aMeeting(1, "2027-03-02T12:00:00Z"),
    aMeeting(2, "2027-03-30T12:00:00Z"),
    aMeeting(3, "2027-04-27T12:00:00Z"),
  ],
  reached: { agreed: at("2027-01-04") },
});

it("begins with the letter and ends with the target, with as many meetings as the series has", () => {
  const keys = ribbon(aFactsheet(), at("2027-01-02")).map(({ key }) => key);
  expect(keys).toEqual([
    ...["letter", "today", "agreed", "poll", "decision", "announced", "meeting-1", "meeting-2", "meeting-3"],
    ...["report", "consents", "submitted", "target"],
  ]);
});

it("marks what is done, what is next and what lies ahead", () => {
  expect(states(running, at("2027-02-01"))).toEqual({
    ...{ letter: "done", agreed: "done", poll: "done", decision: "done", announced: "next" },
    ...{ "meeting-1": "ahead", "meeting-2": "ahead", "meeting-3": "ahead" },
    ...{ report: "ahead", consents: "ahead", submitted: "ahead", target: "ahead" },
  });
});

it("is late one day after the last day of notice, and not on it", () => {
  expect(states(running, at("2027-02-16"))["announced"]).toBe("next");
  expect(states(running, at("2027-02-17"))["announced"]).toBe("late");
});

it("says that the report is late once TDs have to be available, and the target once it has opened", () => {
  const late = states(running, at("2027-05-18"));
  expect([late["report"], late["submitted"], late["target"]]).toEqual(["late", "late", "ahead"]);
  expect(states(running, at("2027-05-25"))["target"]).toBe("late");
});

it("puts today between the last meeting that was and the next", () => {
  const keys = ribbon(running, at("2027-04-01")).map(({ key }) => key);
  expect(keys.slice(keys.indexOf("today") - 1, keys.indexOf("today") + 2)).toEqual([
    ...["meeting-2", "today", "meeting-3"],
  ]);
});

it("puts the deadlines of a known target in their place, with their days", () => {
  const ticks = ribbon(running, at("2027-02-01")).filter(({ kind }) => kind === "deadline");
  expect(ticks.map(({ key, on }) => [key, on])).toEqual([
    ["exception", "2027-05-03"],
    ["contribution", "2027-05-12"],
    ["available", "2027-05-17"],
  ]);
  const keys = ribbon(running, at("2027-02-01")).map(({ key }) => key);
  expect(keys.indexOf("exception")).toBeGreaterThan(keys.indexOf("meeting-3"));
  expect(keys.at(-1)).toBe("target");
});

it("links each stop to its page, and a meeting that is not planned to none", () => {
  const stops = new Map(ribbon(aFactsheet(), at("2027-01-02")).map((stop) => [stop.key, stop.path]));
  expect([stops.get("poll"), stops.get("meeting-1"), stops.get("report")]).toEqual([
    "/dates",
    null,
    "/report",
  ]);
  expect(ribbon(running, at("2027-02-01")).find(({ key }) => key === "meeting-2")?.path).toBe("/meetings/2");
});

it("says of a day whether it is the last one for the stop, or the one on which it was", () => {
  const stops = new Map(
    ribbon(running, at("2027-02-01")).map(({ key, on, isLimit }) => [key, [on, isLimit]]),
  );
  expect(stops.get("agreed")).toEqual(["2027-01-04", false]);
  expect(stops.get("announced")).toEqual(["2027-02-16", true]);
  expect(stops.get("meeting-1")).toEqual(["2027-03-02", false]);
  expect(stops.get("report")).toEqual(["2027-05-17", true]);
});
