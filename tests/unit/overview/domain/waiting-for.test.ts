import { describe, expect, it } from "vitest";
import type { SeriesFactsheet } from "#lib/overview/domain/facts";
import { LIMITS } from "#lib/rules/domain/rules";
import { waitingFor } from "#lib/overview/domain/waiting-for";
import type { SeriesState } from "#lib/series/domain/series";
import { aConsent, aFactsheet, aMeeting, aPoll } from "../../../support/factsheet.ts";
import { aMember, anActor, aSeries } from "../../../support/series-in-memory.ts";

const now = new Date("2027-01-10T10:00:00Z");
const welcomed = [
  aMember({ welcomedAt: now }),
  aMember({ id: "m2", personId: "jun", name: "Jun Second", sideId: "b", welcomedAt: now }),
];
const sheet = (state: SeriesState, change: Partial<SeriesFactsheet> = {}) =>
  aFactsheet({ series: aSeries({ state, members: welcomed }), ...change });
const chairB = anActor({ role: "chair", groupId: "sg20" });
const coChairA = anActor({ id: "paul", part: { sideId: "a", role: "co_chair" } });
const secretariatA = anActor({ role: "secretariat", groupId: "sg2" });
const delegate = anActor({ id: "dora", part: { sideId: "a", role: "participant" } });

const wait = (facts: SeriesFactsheet, actor = delegate, at = now) =>
  waitingFor(facts, { actor, now: at, limits: LIMITS });
const keys = (facts: SeriesFactsheet, actor = delegate, at = now) =>
  wait(facts, actor, at).map(({ key, mine }) => (mine ? `${key}!` : key));

describe("a small poll about another time", () => {
  const { state: _state, choice: _choice, ...poll } = aPoll();
  const facts = (change: object = {}, meeting: object = {}) =>
    sheet("running", {
      smallPolls: [{ ...poll, sequence: 2, ...change }],
      meetings: [aMeeting(2, "2027-03-01T12:00Z", meeting)],
      announcement: { state: "issued", createdAt: now, firstIssuedAt: now },
    });
  const closed = { closesAt: now };

  it("waits for those who have not answered, then for a time to be chosen", () => {
    expect(keys(facts())).toEqual(["answers-2!"]);
    expect(wait(facts())[0]).toMatchObject({ path: "/meetings/2/answer", until: poll.closesAt });
    expect(keys(facts(), coChairA)).toEqual(["answers-2"]);
    expect(wait(facts(), coChairA)[0]).toMatchObject({
      ...{ path: "/meetings/2#change", what: { values: { count: 2, number: 2 } } },
    });
    expect(keys(facts(closed), coChairA)).toEqual(["another-time-2!"]);
    expect(keys(facts(closed))).toEqual(["another-time-2"]);
  });

  it("waits for nothing once all have answered, a change stands, or the meeting is over or cancelled", () => {
    const answered = poll.invitees.map((invitee) => ({ ...invitee, hasAnswered: true }));
    expect(keys(facts({ invitees: answered }))).toEqual([]);
    const change = { id: "c", proposedAt: now };
    expect(keys(facts(closed, { change }), coChairA)).not.toContain("another-time-2!");
    const past = sheet("running", {
      ...{ smallPolls: [{ ...poll, sequence: 2, ...closed }], meetings: [aMeeting(2, "2027-01-10T09:00Z")] },
      announcement: { state: "issued", createdAt: now, firstIssuedAt: now },
    });
    expect(keys(past, coChairA)).not.toContain("another-time-2!");
    expect(keys({ ...past, meetings: [] }, coChairA)).not.toContain("another-time-2!");
  });
});

describe("a proposed series", () => {
  it("waits for each side that has not spoken, since the proposal, until the letter's deadline", () => {
    const letter = { id: "l", sentOn: "2026-12-20", deadline: "2027-01-31" };
    const facts = sheet("proposed", { letter, consents: [aConsent("a", "series", "s")] });
    expect(wait(facts, chairB)).toEqual([
      {
        key: "series-B",
        what: { key: "overview.wait.series", values: { side: "SG20" } },
        from: { key: "overview.from.side", values: { side: "SG20" } },
        since: facts.series.createdAt,
        until: "2027-01-31",
        path: "#consent-b",
        step: { key: "overview.step.consent" },
        mine: true,
      },
    ]);
  });

  it("offers a side's answer to that side alone", () => {
    expect(keys(sheet("proposed"), chairB)).toEqual(["series-B!", "series-A"]);
    expect(keys(sheet("proposed"), coChairA)).toEqual(["series-A!", "series-B"]);
    expect(keys(sheet("proposed"), delegate)).toEqual(["series-A", "series-B"]);
    expect(keys(sheet("proposed"), anActor({ isAdministrator: true }))).toEqual(["series-A", "series-B"]);
  });

  it("waits for a welcome by the other side, and for a co-chair where there is none", () => {
    const facts = sheet("proposed", {
      series: aSeries({ members: [aMember()] }),
      consents: [aConsent("a", "series", "s"), aConsent("b", "series", "s")],
    });
    expect(keys(facts, chairB)).toEqual(["co-chair-B!", "welcome-m1!"]);
    expect(keys(facts, coChairA)).toEqual(["co-chair-B", "welcome-m1"]);
  });
});

describe("an agreed series", () => {
  it("waits for the co-chairs to offer dates, also while the poll is a draft", () => {
    expect(keys(sheet("agreed"), coChairA)).toEqual(["offer!"]);
    expect(keys(sheet("agreed", { poll: aPoll({ state: "draft" }) }), chairB)).toEqual(["offer"]);
  });

  it("waits for those who have not answered, until the poll closes: me, or how many of each side", () => {
    const facts = sheet("scheduling", { poll: aPoll() });
    expect(wait(facts, delegate)[0]).toMatchObject({
      ...{ key: "answers", mine: true, until: aPoll().closesAt, what: { key: "overview.wait.myAnswer" } },
    });
    expect(wait(facts, chairB)[0]).toMatchObject({
      ...{ mine: false, what: { key: "overview.wait.answers", values: { count: 2 } } },
      from: { values: { sides: "SG2: 1 · SG20: 1" } },
    });
  });

  it("waits for nobody while the poll is open and all have answered", () => {
    const invitees = aPoll().invitees.map((invitee) => ({ ...invitee, hasAnswered: true }));
    expect(keys(sheet("scheduling", { poll: aPoll({ invitees }) }))).toEqual([]);
  });

  it("waits for the choice from the instant the poll closes", () => {
    const closesAt = aPoll().closesAt as Date;
    const facts = sheet("scheduling", { poll: aPoll() });
    expect(keys(facts, coChairA, new Date(closesAt.getTime() - 1))).toEqual(["answers"]);
    expect(keys(facts, coChairA, closesAt)).toEqual(["choose!"]);
  });

  it("waits for the assent of each side to the chosen dates", () => {
    const choice = { id: "choice", proposedAt: now, decidedAt: null };
    const facts = sheet("scheduling", {
      poll: aPoll({ choice }),
      consents: [aConsent("a", "dates", "choice")],
    });
    expect(keys(facts, chairB)).toEqual(["dates-B!"]);
    expect(keys(facts, coChairA)).toEqual(["dates-B"]);
  });
});

describe("a running series", () => {
  const meetings = [aMeeting(1, "2027-03-02T12:00:00Z"), aMeeting(2, "2027-03-30T12:00:00Z")];

  it("waits for the announcement two weeks before the first meeting, of either secretariat", () => {
    const [item] = wait(sheet("running", { meetings }), secretariatA);
    expect(item).toMatchObject({ key: "announcement", until: "2027-02-16", mine: true });
    const draft = { state: "draft", createdAt: now, firstIssuedAt: null } as const;
    expect(wait(sheet("running", { meetings, announcement: draft }))[0]?.what.key).toBe(
      "overview.wait.issue",
    );
    const issued = { ...draft, state: "issued", firstIssuedAt: now } as const;
    expect(keys(sheet("running", { meetings, announcement: issued }))).toEqual([]);
    const corrected = { ...issued, state: "draft" } as const;
    expect(keys(sheet("running", { meetings, announcement: corrected }), secretariatA)).toEqual([
      "correction!",
    ]);
  });

  it("waits for agenda and joining link of the next meeting alone", () => {
    const bare = meetings.map((meeting) => ({ ...meeting, hasAgenda: false, hasJoiningLink: false }));
    const announcement = { state: "issued", createdAt: now, firstIssuedAt: now } as const;
    expect(keys(sheet("running", { meetings: bare, announcement }), coChairA)).toEqual([
      "agenda-1!",
      "link-1",
    ]);
    const between = new Date("2027-03-10T00:00:00Z");
    expect(keys(sheet("running", { meetings: bare, announcement }), secretariatA, between)).toEqual([
      ...["link-2!", "agenda-2"],
    ]);
  });

  it("waits for the report once the last meeting has ended", () => {
    const announcement = { state: "issued", createdAt: now, firstIssuedAt: now } as const;
    const facts = sheet("running", { meetings, announcement });
    expect(keys(facts, coChairA, new Date("2027-03-30T13:59:59Z"))).toEqual([]);
    const ended = new Date("2027-03-30T14:00:00Z");
    expect(keys(facts, coChairA, ended)).toEqual(["report!"]);
    expect(wait(facts, coChairA, ended)[0]?.path).toBe("/report");
    const begun = { ...facts, report: { id: "r", createdAt: now } };
    expect(wait(begun, coChairA, ended)[0]).toMatchObject({
      path: "#report",
      step: { key: "overview.step.present" },
    });
  });
});

describe("a series with a report", () => {
  const target = { group: null, month: null, opensOn: "2027-05-24" };
  const report = { id: "r", createdAt: now };
  const at = (state: SeriesState) =>
    sheet(state, { report, series: aSeries({ state, members: welcomed, target }) });

  it("waits for both sides, then for a secretariat, then for its end, until TDs have to be available", () => {
    expect(keys(at("report_drafted"), chairB)).toEqual(["report-B!", "report-A"]);
    expect(wait(at("report_drafted"), chairB)[0]?.until).toBe("2027-05-17");
    expect(keys(at("agreed_by_both"), secretariatA)).toEqual(["submit!"]);
    expect(keys(at("submitted"), coChairA)).toEqual(["close!"]);
  });

  it.each(["closed", "withdrawn"] as const)("waits for nothing when %s", (state) => {
    expect(keys(at(state), coChairA)).toEqual([]);
  });
});

it("puts what this person can do first, then what ends first, then what has waited longest", () => {
  const facts = sheet("proposed", {
    series: aSeries({ members: [aMember({ putForwardAt: new Date("2026-12-01T00:00:00Z") })] }),
    letter: { id: "l", sentOn: null, deadline: "2027-01-31" },
  });
  expect(keys(facts, chairB)).toEqual(["series-B!", "welcome-m1!", "co-chair-B!", "series-A"]);
});

describe("a meeting that is asked to move", () => {
  it("waits for the side that has not agreed, until the meeting, on the page of the meeting", () => {
    const change = { id: "c", proposedAt: now };
    const announcement = { state: "issued", createdAt: now, firstIssuedAt: now } as const;
    const meetings = [aMeeting(1, "2027-03-02T13:00:00Z", { change })];
    const facts = sheet("running", {
      ...{ meetings, announcement, consents: [aConsent("a", "meeting_change", "c")] },
    });
    expect(wait(facts, chairB)).toMatchObject([
      {
        ...{
          key: "change-1-B",
          since: now,
          until: meetings[0]?.start,
          path: "/meetings/1#change",
          mine: true,
        },
        what: { key: "overview.wait.change", values: { side: "SG20", number: 1 } },
      },
    ]);
    expect(keys(facts, coChairA)).toEqual(["change-1-B"]);
  });
});
