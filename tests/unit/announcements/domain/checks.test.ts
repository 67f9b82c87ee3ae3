import { describe, expect, it } from "vitest";
import { blocksIssue, checkAnnouncement, type Checked } from "#lib/announcements/domain/checks";
import { aGroup, aMeeting, someFacts } from "../../../support/announcement-facts.ts";
import { SHIPPED } from "#lib/rules/domain/rules";

const parts = { subject: "Meetings", introduction: "Dear all", practical: "" };

const checked = (change: Partial<Checked> = {}): Checked => ({
  ...someFacts(),
  ...{ announcementId: "announcement", parts, waivers: [], rules: SHIPPED },
  announcedOn: "2027-01-05",
  now: new Date("2027-01-05T09:00:00Z"),
  ...change,
});
const found = (change: Partial<Checked>) =>
  checkAnnouncement(checked(change)).map(({ rule, severity, message }) => [rule, severity, message.key]);
const sides = someFacts().series.sides;
const series = (change: object) => ({ ...someFacts().series, ...change });

describe("checkAnnouncement", () => {
  it("finds nothing in a complete announcement", () => {
    expect(found({})).toEqual([]);
  });

  it("asks for a Question of each side, a title and a meeting to come (N3)", () => {
    const unnamed = sides.map((side) => ({ ...side, questions: [] }));
    expect(found({ series: series({ sides: unnamed, title: " " }), meetings: [] })).toEqual([
      ["N3", "fail", "announcements.finding.noQuestion"],
      ["N3", "fail", "announcements.finding.noQuestion"],
      ["N3", "fail", "announcements.finding.noTitle"],
      ["N3", "fail", "announcements.finding.noMeeting"],
    ]);
    expect(found({ meetings: [aMeeting({ status: "cancelled" })] })).toContainEqual([
      ...["N3", "fail", "announcements.finding.noMeeting"],
    ]);
  });

  it("refuses a meeting that has begun, to the millisecond (N3)", () => {
    const { start } = aMeeting();
    const at = (ms: number) => found({ now: new Date(start.getTime() + ms) }).map(([rule]) => rule);
    expect(at(0)).toContain("N3");
    expect(at(-1)).not.toContain("N3");
  });

  it("asks for a list and a secretariat of each side (N4); people of the secretariat do for its address", () => {
    const group = aGroup({ reference: "SG20", lists: [], secretariat: null });
    expect(found({ groups: [aGroup(), group] })).toEqual([
      ["N4", "fail", "announcements.finding.noList"],
      ["N4", "fail", "announcements.finding.noSecretariat"],
    ]);
    const secretaries = [{ name: "Sid", address: "sid@example.org" }];
    expect(found({ groups: [aGroup(), { ...group, secretaries }] })).toHaveLength(1);
    expect(found({ groups: [aGroup()] }).map(([rule]) => rule)).toContain("N4");
  });

  it.each(["proposed", "declined", "withdrawn"] as const)(
    "lets nothing be called confirmed while the series is %s (N5)",
    (state) => {
      const meetings = [aMeeting(), aMeeting({ id: "m2", sequence: 2, status: "confirmed" })];
      expect(found({ series: series({ state }), meetings })).toEqual([
        ["N5", "fail", "announcements.finding.notAgreed"],
      ]);
      expect(found({ meetings })).toEqual([]);
    },
  );

  it("warns when nobody is known as chair of a Study Group or Working Party (N6)", () => {
    const empty = [
      aGroup({ chairs: [] }),
      aGroup({ reference: "SG20" }),
      aGroup({ reference: "WP1/2", kind: "WP" }),
    ];
    expect(found({ groups: empty })).toEqual([
      ["N6", "warn", "announcements.finding.noChair"],
      ["N6", "warn", "announcements.finding.noChair"],
    ]);
  });

  it("counts the notice of each meeting from the day on which it was first announced (N1, N2)", () => {
    const late = { now: new Date("2027-03-20T09:00:00Z") };
    expect(found({ ...late, announcedOn: "2027-01-22" })).toEqual([]);
    expect(found({ ...late, announcedOn: "2027-01-23" }).map(([rule]) => rule)).toEqual(["N1"]);
    expect(found({ ...late, announcedOn: "2027-03-09" }).map(([rule]) => rule)).toEqual(["N2", "N1"]);
    expect(
      found({
        announcedOn: "2027-03-09",
        meetings: [aMeeting(), aMeeting({ id: "m2", status: "postponed" })],
      }),
    ).toHaveLength(2);
  });

  it("finds dates and times that are not written as ITU does, in each free part (T2)", () => {
    const wrong = { subject: "On 3/22/2027", introduction: "from 13:00 on", practical: "March 22, 2027" };
    expect(found({ parts: wrong })).toEqual([
      ["T2", "fail", "announcements.finding.date"],
      ["T2", "fail", "announcements.finding.date"],
      ["T2", "fail", "announcements.finding.time"],
    ]);
  });
});

describe("blocksIssue", () => {
  const waiver = (rule: string, subjectId: string) => ({
    ...{
      rule,
      subjectId,
      about: "",
      id: "w",
      reason: "TSAG",
      waivedBy: "Paul First",
      waivedAt: new Date(0),
      isUnderOlderRule: false,
    },
  });
  const blocking = (change: Partial<Checked>) =>
    checkAnnouncement(checked(change))
      .filter(blocksIssue)
      .map(({ rule }) => rule);

  it("holds for broken rules, and for warnings never", () => {
    expect(blocking({ announcedOn: "2027-03-09" })).toEqual(["N2"]);
  });

  it("ends when the very finding about this meeting was set aside", () => {
    const late = { announcedOn: "2027-03-09" };
    expect(blocking({ ...late, waivers: [waiver("N2", "meeting1")] })).toEqual([]);
    expect(blocking({ ...late, waivers: [waiver("N2", "another")] })).toEqual(["N2"]);
    expect(blocking({ ...late, waivers: [waiver("N1", "meeting1")] })).toEqual(["N2"]);
  });

  it("stays for what makes an announcement one, whatever was set aside", () => {
    expect(blocking({ groups: [aGroup()], waivers: [waiver("N4", "s")] })).toEqual(["N4", "N4"]);
  });
});
