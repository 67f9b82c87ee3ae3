import type { Meeting } from "#lib/meetings/domain/meeting";
import type { Series } from "#lib/series/domain/series";

/** A series of SG2 and SG20 without a database. */
export function seriesFacts(over: Partial<Series> = {}): Series {
  const coChair = {
    personId: "p",
    entity: "Example",
    country: "CH",
    timeZone: "Europe/Zurich",
    role: "co_chair",
  } as const;
  const welcomed = { putForwardAt: new Date(0), welcomedAt: new Date(0) };
  return {
    id: "s",
    reference: "sg2-sg20-identification",
    title: "IoT identification and NNAI",
    topic: "Demarcation line between IoT identification and NNAI",
    output: "Draft report to TSAG",
    state: "running",
    format: "virtual",
    meetingCount: 3,
    mandate: { reference: "39A1/1", text: "Clarify the demarcation line.", status: "open" },
    target: { group: { id: "t", reference: "TSAG" }, month: "2027-05", opensOn: null },
    sides: [
      {
        id: "a",
        letter: "A",
        group: { id: "g2", reference: "SG2" },
        questions: [{ id: "q1", reference: "Q1/2" }],
      },
      {
        id: "b",
        letter: "B",
        group: { id: "g20", reference: "SG20" },
        questions: [{ id: "q6", reference: "Q6/20" }],
      },
    ],
    members: [
      { ...coChair, ...welcomed, id: "1", name: "Paul First", sideId: "a", office: "WP1/2 Chair" },
      { ...coChair, ...welcomed, id: "2", name: "Jun Second", sideId: "b", office: "WP2/20 Chair" },
    ],
    groupIds: ["g2", "g20"],
    version: 1,
    createdAt: new Date(0),
    createdById: "proposer",
    ...over,
  };
}

/** Three meetings of two hours at 13:00 Geneva; the clocks change before the third. */
export function meetingFacts(): Meeting[] {
  return ["2027-03-02T12:00Z", "2027-03-16T12:00Z", "2027-03-30T11:00Z"].map((start, index) => ({
    id: `m${index + 1}`,
    seriesId: "s",
    sequence: index + 1,
    status: "planned",
    start: new Date(start),
    end: new Date(Date.parse(start) + 7_200_000),
    calendarUid: `m${index + 1}@example.org`,
    calendarSequence: 0,
    joiningLink: "",
    expectedAttendees: null,
    version: 1,
  }));
}
