import type { Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { say, type Words } from "#lib/kernel/words";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { checkNotice } from "#lib/rules/domain/check-notice";
import { cite, type RuleId, type RuleSet, ruleOf } from "#lib/rules/domain/rules";
import { type Waiver, waiverOf } from "#lib/waivers/domain/waiver";
import type { FreeParts } from "./announcement.ts";
import { secretariatOf } from "./recipients.ts";
import { findForeignDates, findTimesWithoutZone } from "./style.ts";
import type { Facts } from "./text.ts";

/** A finding about an announcement, and what it is about. */
export type AnnouncementFinding = Finding & {
  readonly subjectId: string;
  /** Whether a co-chair may set it aside with a reason. What makes an announcement one cannot be. */
  readonly isWaivable: boolean;
  /** With whose reason it was set aside; null while it counts. */
  readonly waiver: Waiver | null;
};

/** What is announced, to whom it says so, and when. */
export type Checked = Facts & {
  readonly announcementId: string;
  readonly parts: FreeParts;
  /** The day on which these meetings are or were first announced, in Geneva. */
  readonly announcedOn: Day;
  readonly now: Date;
  /** The rules in force. */
  readonly rules: RuleSet;
  readonly waivers: readonly Waiver[];
};

const NEVER_WAIVED: readonly string[] = ["N3", "N4", "N5"];
const NOT_AGREED: readonly string[] = ["proposed", "declined", "withdrawn"];

/** Everything the rules say of an announcement, worst first. @see docs/rules.md#N1 and the following, T2 */
export function checkAnnouncement(checked: Checked): AnnouncementFinding[] {
  const about = (subjectId: string) => (finding: Finding) => ({
    ...finding,
    subjectId,
    isWaivable: !NEVER_WAIVED.includes(finding.rule),
    waiver: waiverOf(finding, subjectId, checked.waivers),
  });
  const findings = [
    ...[...checkFields(checked), ...checkSides(checked), ...checkConsent(checked)].map(
      about(checked.series.id),
    ),
    ...checkOffices(checked).map(about(checked.series.id)),
    ...checkStyle(checked.parts).map(about(checked.announcementId)),
    ...upcoming(checked).flatMap((meeting) => noticeOf(meeting, checked).map(about(meeting.id))),
  ];
  const weighed = findings.map((finding) => weigh(finding, checked.rules));
  return cite(weighed, checked.rules).sort((a, b) => weight(a) - weight(b));
}

/** Every finding of an announcement has the weight that its rule has in force. */
function weigh<Kind extends Finding>(finding: Kind, { rules }: RuleSet): Kind {
  const rule = rules.find(({ id }) => id === finding.rule);
  return rule ? { ...finding, severity: rule.severity } : finding;
}

/** Whether an announcement with this finding must not leave. */
export function blocksIssue({ severity, waiver, isWaivable }: AnnouncementFinding): boolean {
  return severity === "fail" && !(isWaivable && waiver);
}

const weight = ({ severity }: Finding) => ["fail", "warn", "show"].indexOf(severity);

const upcoming = ({ meetings }: Facts) =>
  meetings.filter(({ status }) => status === "planned" || status === "confirmed");

function noticeOf(meeting: Meeting, { announcedOn, rules }: Checked): Finding[] {
  return checkNotice({ meetsOn: dayIn(meeting.start, GENEVA), announcedOn }, rules);
}

function checkFields(checked: Checked): Finding[] {
  const { series, now } = checked;
  const past = upcoming(checked).filter(({ start }) => start <= now);
  return [
    ...series.sides
      .filter(({ questions }) => questions.length === 0)
      .map(({ group }) => found("N3", say("announcements.finding.noQuestion", { group: group.reference }))),
    ...(series.title.trim() ? [] : [found("N3", say("announcements.finding.noTitle"))]),
    ...(upcoming(checked).length > 0 ? [] : [found("N3", say("announcements.finding.noMeeting"))]),
    ...past.map(({ sequence }) => found("N3", say("announcements.finding.past", { sequence }))),
  ];
}

function checkSides({ series, groups }: Checked): Finding[] {
  const remedy = say("announcements.finding.groupRemedy");
  return series.sides.flatMap(({ group: { id, reference } }) => {
    const group = groups.find((known) => known.id === id);
    return [
      ...(group && group.lists.length > 0
        ? []
        : [found("N4", say("announcements.finding.noList", { group: reference }), remedy)]),
      ...(group && secretariatOf(group).length > 0
        ? []
        : [found("N4", say("announcements.finding.noSecretariat", { group: reference }), remedy)]),
    ];
  });
}

function checkConsent({ series, meetings }: Checked): Finding[] {
  if (!NOT_AGREED.includes(series.state)) return [];
  return meetings
    .filter(({ status }) => status === "confirmed")
    .map(({ sequence }) =>
      found(
        "N5",
        say("announcements.finding.notAgreed", { sequence }),
        say("announcements.finding.notAgreedRemedy"),
      ),
    );
}

function checkOffices({ groups }: Checked): Finding[] {
  const empty = groups.filter(
    ({ kind, chairs, workingPartyChairs }) =>
      (kind === "SG" && chairs.length === 0) || (kind === "WP" && workingPartyChairs.length === 0),
  );
  return empty.map(({ reference }) => ({
    ...found(
      "N6",
      say("announcements.finding.noChair", { group: reference }),
      say("announcements.finding.groupRemedy"),
    ),
    about: reference,
  }));
}

function checkStyle(parts: FreeParts): Finding[] {
  const texts = [parts.subject, parts.introduction, parts.practical];
  return [
    ...texts.flatMap(findForeignDates).map((text) => ({
      ...found("T2", say("announcements.finding.date", { text }), say("announcements.finding.dateRemedy")),
      about: text,
    })),
    ...texts.flatMap(findTimesWithoutZone).map((text) => ({
      ...found("T2", say("announcements.finding.time", { text }), say("announcements.finding.timeRemedy")),
      about: text,
    })),
  ];
}

function found(rule: RuleId, message: Words, remedy?: Words): Finding {
  const { severity } = ruleOf(rule);
  return remedy ? { rule, severity, message, remedy } : { rule, severity, message };
}
