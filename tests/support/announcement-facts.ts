import type { AudienceGroup } from "#lib/announcements/domain/recipients";
import type { Facts } from "#lib/announcements/domain/text";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { aSeries } from "./series-in-memory.ts";

/** The first meeting, planned: Monday 22 March 2027, 13:00 to 15:00 in Geneva. */
export function aMeeting(change: Partial<Meeting> = {}): Meeting {
  return {
    id: "meeting1",
    seriesId: "s",
    sequence: 1,
    status: "planned",
    start: new Date("2027-03-22T12:00:00Z"),
    end: new Date("2027-03-22T14:00:00Z"),
    calendarUid: "1@example.org",
    calendarSequence: 0,
    joiningLink: "",
    expectedAttendees: null,
    version: 1,
    ...change,
  };
}

/** SG2 with a list, a secretariat and a chair. */
export function aGroup(change: Partial<AudienceGroup> = {}): AudienceGroup {
  const reference = change.reference ?? "SG2";
  return {
    id: reference.toLowerCase(),
    reference,
    kind: "SG",
    lists: [`${reference.toLowerCase()}@lists.example.org`],
    secretariat: `tsb.${reference.toLowerCase()}@example.org`,
    chairs: [{ name: `Chair of ${reference}`, address: `chair.${reference.toLowerCase()}@example.org` }],
    workingPartyChairs: [],
    secretaries: [],
    ...change,
  };
}

/** Facts with nothing to find fault with. */
export function someFacts(change: Partial<Facts> = {}): Facts {
  const series = aSeries({ state: "running" });
  const sides = series.sides.map((side) =>
    side.letter === "B" ? { ...side, questions: [{ id: "q620", reference: "Q6/20" }] } : side,
  );
  return {
    series: { ...series, sides },
    meetings: [aMeeting()],
    groups: [aGroup(), aGroup({ reference: "SG20" })],
    baseUrl: "https://liaise.example.org",
    ...change,
  };
}
