import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "#lib/db/client";
import { joiningLinkSchema } from "#lib/meetings/schema";
import { setJoiningLink } from "#lib/meetings/usecases/set-joining-link";
import { showMeeting } from "#lib/meetings/usecases/show-meeting";
import { showMeetings } from "#lib/meetings/usecases/show-meetings";
import { parseInput } from "#lib/web/action";
import { emptyDatabase } from "../../support/clean.ts";
import { type JointSeriesFixture, makeJointSeries } from "../../support/joint-series.ts";
import { makeMeeting } from "../../support/meeting.ts";

const LINK = "https://meet.example.org/room?pwd=secret";

let series: JointSeriesFixture;
beforeEach(async () => {
  await emptyDatabase();
  series = await makeJointSeries("running");
  await makeMeeting(series.id);
});
afterAll(() => db.$disconnect());

const key = () => ({ reference: series.reference, sequence: 1 });
const input = (version: number, joiningLink = LINK) => ({ ...key(), version, joiningLink });
const storedLink = async () => (await db.meeting.findFirstOrThrow()).joiningLink;

describe("setJoiningLink", () => {
  it("is done by the secretariat of either side, and can be undone", async () => {
    await setJoiningLink(series.cast.sg2Secretariat, input(1));
    expect(await storedLink()).toBe(LINK);
    await setJoiningLink(series.cast.sg20Secretariat, input(2, ""));
    expect(await storedLink()).toBe("");
  });

  it("leaves in the trail that it was done, and not the link", async () => {
    await setJoiningLink(series.cast.sg2Secretariat, input(1));
    await setJoiningLink(series.cast.sg2Secretariat, input(2, ""));
    const trail = await db.auditEntry.findMany({ orderBy: { at: "asc" } });
    expect(trail).toMatchObject([
      { action: "joiningLinkSet", before: { hasLink: false }, after: { meeting: 1, hasLink: true } },
      { action: "joiningLinkRemoved", before: { hasLink: true }, after: { meeting: 1, hasLink: false } },
    ]);
    expect(JSON.stringify(trail)).not.toContain("secret");
  });

  it("is refused to everybody else, and stores nothing", async () => {
    const { sg2Secretariat: _a, sg20Secretariat: _b, stranger, ...others } = series.cast;
    for (const actor of Object.values(others)) {
      await expect(setJoiningLink(actor, input(1))).rejects.toMatchObject({ code: "forbidden" });
    }
    await expect(setJoiningLink(stranger, input(1))).rejects.toMatchObject({ code: "not_found" });
    expect(await storedLink()).toBe("");
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("lets one of two secretariats win who set it at once", async () => {
    const both = await Promise.allSettled([
      setJoiningLink(series.cast.sg2Secretariat, input(1, `${LINK}&a`)),
      setJoiningLink(series.cast.sg20Secretariat, input(1, `${LINK}&b`)),
    ]);
    const refused = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toMatchObject([{ name: "AppError", code: "conflict" }]);
    expect(await storedLink()).toBe(both[0].status === "fulfilled" ? `${LINK}&a` : `${LINK}&b`);
  });

  it.each(["javascript:alert(1)", "ftp://example.org/", "example.org", "https://", "https://a b"])(
    "takes no %s for a link",
    (joiningLink) => {
      expect(() => parseInput(joiningLinkSchema, { ...input(1, joiningLink) })).toThrow(/invalid/);
    },
  );

  it("takes no line break, NUL or endless address", () => {
    for (const bad of [`${LINK}\r\nBCC: x`, `${LINK}\0`, LINK + "x".repeat(100_000)]) {
      expect(() => parseInput(joiningLinkSchema, input(1, bad))).toThrow(/invalid/);
    }
    expect(parseInput(joiningLinkSchema, input(1, ` ${LINK} `)).joiningLink).toBe(LINK);
  });
});

describe("the joining link of a meeting", () => {
  beforeEach(() => setJoiningLink(series.cast.sg2Secretariat, input(1)));

  it("is seen by the invited and the secretariats, and by nobody else", async () => {
    const { stranger: _stranger, ...insiders } = series.cast;
    const readers: string[] = [];
    for (const actor of Object.values(insiders)) {
      const { meeting } = await showMeeting(actor, key());
      if (meeting.joiningLink === LINK) readers.push(actor.name);
      else expect(meeting.joiningLink).toBe("");
    }
    expect(readers).toEqual([
      ...["Paul First", "Jun Second", "Sam Secretary", "Sid Secretary", "Dora Delegate", "Dev Delegate"],
    ]);
  });

  it("is not in the list of meetings, whoever reads it", async () => {
    const list = await showMeetings(series.cast.sg2Secretariat, series.reference);
    expect(list.meetings.map(({ sequence, status }) => [sequence, status])).toEqual([[1, "planned"]]);
    expect(JSON.stringify(list)).not.toContain("secret");
    await expect(showMeetings(series.cast.stranger, series.reference)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
