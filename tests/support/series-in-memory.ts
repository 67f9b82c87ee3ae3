import type { Actor, GroupRole } from "#lib/people/domain/actor";
import type { Member, Series } from "#lib/series/domain/series";

/** A series of SG2 (side `a`) and SG20 (side `b`) for tests of pure code. */
export function aSeries(change: Partial<Series> = {}): Series {
  return {
    id: "s",
    reference: "sg2-sg20-naming",
    title: "Naming",
    topic: "",
    output: "",
    state: "proposed",
    format: "virtual",
    meetingCount: 3,
    mandate: { reference: "39A1/1", text: "", status: "open" },
    target: { group: { id: "tsag", reference: "TSAG" }, month: "2027-05", opensOn: null },
    sides: [
      {
        id: "a",
        letter: "A",
        group: { id: "sg2", reference: "SG2" },
        questions: [{ id: "q12", reference: "Q1/2" }],
      },
      { id: "b", letter: "B", group: { id: "sg20", reference: "SG20" }, questions: [] },
    ],
    members: [aMember(), aMember({ id: "m2", personId: "jun", name: "Jun Second", sideId: "b" })],
    groupIds: ["sg2", "sg20", "q12"],
    version: 1,
    createdAt: new Date("2027-01-01T00:00:00Z"),
    createdById: "proposer",
    ...change,
  };
}

/** Co-chair Paul First of side `a`, put forward and not welcomed, unless changed. */
export function aMember(change: Partial<Member> = {}): Member {
  return {
    id: "m1",
    personId: "paul",
    name: "Paul First",
    entity: "",
    country: null,
    timeZone: "Europe/London",
    sideId: "a",
    role: "co_chair",
    office: "",
    putForwardAt: new Date("2027-01-01T00:00:00Z"),
    welcomedAt: null,
    ...change,
  };
}

/** A person with the roles and the part given; `part` is a side of {@link aSeries}. */
export function anActor({
  id = "someone",
  role,
  groupId = "sg2",
  part,
  isAdministrator = false,
}: {
  id?: string;
  role?: GroupRole;
  groupId?: string;
  part?: { sideId: string; role: "co_chair" | "participant" };
  isAdministrator?: boolean;
} = {}): Actor {
  return {
    ...{ id, name: id, timeZone: "Europe/Zurich", isAdministrator },
    roles: role ? [{ role, groupId, group: groupId }] : [],
    parts: part ? [{ ...part, seriesId: "s" }] : [],
  };
}
