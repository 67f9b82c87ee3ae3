import type { Finding } from "#lib/kernel/finding";
import type { ParsedLetter, Purpose } from "./letter.ts";
import type { FieldQuote } from "./marked-text.ts";

/** The form that comes back for a letter: a first value per field, the words it was taken from, and what is amiss. */
export type LetterForm = {
  readonly values: Readonly<Record<string, string>>;
  readonly quotes: readonly FieldQuote[];
  /** Findings by field; those of no field stand under the empty name. */
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
  readonly proposes: boolean;
};

const PURPOSE_FIELDS: Record<Purpose, string> = {
  action: "letter.toAction",
  information: "letter.toInformation",
  comment: "letter.toComment",
};
const UNSTATED = "letter.toUnstated";

/** The fields of the form, filled with what the letter says and empty where it says nothing. */
export function formOfLetter(letter: ParsedLetter): LetterForm {
  const sides = sidesOf(letter);
  return {
    values: { ...letterValues(letter), ...proposalValues(letter), ...sideValues(letter, sides) },
    quotes: Object.entries(letter.evidence).flatMap(([path, quote]) => {
      const fields = [
        fieldOf(path, letter, sides),
        path.startsWith("questions.") ? "letter.questions" : null,
      ];
      return [...new Set(fields)].flatMap((field) => (field ? [{ ...quote, field }] : []));
    }),
    findings: byField(letter.findings),
    proposes: letter.proposal !== null,
  };
}

/** Sender first, then the first Study Group the letter goes to. */
function sidesOf({ from, to, proposal }: ParsedLetter): string[] {
  const named = [
    ...from,
    ...to.map(({ group }) => group),
    ...(proposal?.coChairs.map(({ side }) => side ?? "") ?? []),
  ];
  return [...new Set(named.filter((group) => /^SG\d+$/.test(group)))].slice(0, 2);
}

function letterValues(letter: ParsedLetter): Record<string, string> {
  const to = (purpose: Purpose | null) =>
    letter.to.flatMap((one) => (one.purpose === purpose ? [one.group] : [])).join(", ");
  return {
    "letter.direction": letter.direction ?? "",
    "letter.isReply": letter.isReply ? "on" : "",
    "letter.title": letter.title,
    "letter.from": letter.from.join(", "),
    "letter.toAction": to("action"),
    "letter.toInformation": to("information"),
    "letter.toComment": to("comment"),
    [UNSTATED]: to(null),
    "letter.questions": letter.questions.join(", "),
    "letter.deadline": letter.deadline ?? "",
    ...approvalValues(letter),
    "letter.contacts": letter.contacts
      .map(({ name, organization, country, email }) => [name, organization, country, email].join("; "))
      .join("\n"),
    "letter.abstract": letter.abstract,
  };
}

const approvalValues = ({ approval }: ParsedLetter) => ({
  "letter.approval.level": approval?.level ?? "",
  "letter.approval.body": approval?.body ?? "",
  "letter.approval.method": approval?.method ?? "",
  "letter.approval.date": approval?.date ?? "",
});

function proposalValues({ title, proposal }: ParsedLetter): Record<string, string> {
  const suggested = { title: titleOfSeries(title, proposal?.topic ?? "") };
  if (!proposal) return suggested;
  const { topic, output, mandate, meetings, format, target } = proposal;
  const said = {
    topic,
    output,
    "mandate.reference": mandate,
    meetingCount: meetings?.toString(),
    format,
    "target.group": target.group,
    "target.month": target.month,
    "target.opensOn": target.date,
  };
  return {
    ...suggested,
    ...Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? ""])),
  };
}

/** The letter's title without its mark and destination, else the topic with a capital. */
function titleOfSeries(title: string, topic: string): string {
  const plain = title.replace(/^LS\S{0,6}\s(?:on|about)\s/i, "").replace(/\s?\[to[^\]]{1,120}\]\s?$/i, "");
  const chosen = plain || topic;
  return (chosen.charAt(0).toUpperCase() + chosen.slice(1)).slice(0, 200);
}

function sideValues({ questions, proposal }: ParsedLetter, sides: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const at of [0, 1]) {
    const group = sides[at] ?? "";
    const coChair = proposal?.coChairs.find(({ side }) => side !== null && side === group);
    values[`sides.${at}.group`] = group;
    values[`sides.${at}.questions`] = questions
      .filter((one) => group !== "" && one.endsWith(group.replace("SG", "/")))
      .join(", ");
    values[`sides.${at}.coChair.name`] = coChair?.name ?? "";
    values[`sides.${at}.coChair.office`] = coChair?.office ?? "";
  }
  return values;
}

const BY_PATH: Readonly<Record<string, string>> = {
  "proposal.meetings": "meetingCount",
  "proposal.format": "format",
  "proposal.topic": "topic",
  "proposal.output": "output",
  "proposal.mandate": "mandate.reference",
  "proposal.target.group": "target.group",
  "proposal.target.month": "target.month",
  "proposal.target.date": "target.opensOn",
};

type Finder = (at: {
  letter: ParsedLetter;
  sides: readonly string[];
  index: number;
  part: string;
}) => string | null;

/** How the paths below a list find their field. */
const LISTS: Readonly<Record<string, Finder>> = {
  to: ({ letter, index }) => toField(letter, index),
  questions: ({ letter, sides, index }) => questionField(letter, sides, index),
  coChairs: ({ letter, sides, index, part }) =>
    part ? sideField(sides, letter.proposal?.coChairs[index]?.side, `coChair.${part}`) : null,
  approval: () => null,
  workingParties: () => null,
  parties: () => null,
  proposal: () => null,
};

/** The form's field for a path of the evidence; null for what the form does not show by itself. */
function fieldOf(path: string, letter: ParsedLetter, sides: readonly string[]): string | null {
  const known = BY_PATH[path];
  if (known) return known;
  if (path.startsWith("approval.")) return `letter.${path}`;
  const [head = "", index = "", part = ""] = path.replace(/^proposal\.(?=coChairs|parties)/, "").split(".");
  const find = LISTS[head];
  if (!find) return `letter.${head}`;
  return index === "" ? null : find({ letter, sides, index: Number(index), part });
}

function toField({ to }: ParsedLetter, index: number): string {
  const purpose = to[index]?.purpose;
  return purpose ? PURPOSE_FIELDS[purpose] : UNSTATED;
}

function questionField({ questions }: ParsedLetter, sides: readonly string[], index: number): string {
  const sg = questions[index]?.split("/")[1];
  return sideField(sides, sg ? `SG${sg}` : null, "questions") ?? "letter.questions";
}

function sideField(sides: readonly string[], side: string | null | undefined, part: string): string | null {
  const at = side ? sides.indexOf(side) : -1;
  if (at < 0) return null;
  return part === "coChair.side" ? `sides.${at}.group` : `sides.${at}.${part}`;
}

const BY_FINDING: Readonly<Record<string, string>> = {
  noTitle: "letter.title",
  replyUnmarked: "letter.title",
  noSource: "letter.from",
  noDestination: "letter.toUnstated",
  noPurpose: "letter.toUnstated",
  twoPurposes: "letter.toAction",
  noQuestions: "letter.questions",
  noDeadline: "letter.deadline",
  deadlinePast: "letter.deadline",
  deadlineNeedless: "letter.deadline",
  deadlineNoDate: "letter.deadline",
  deadlineSeveral: "letter.deadline",
  deadlineVague: "letter.deadline",
  replyReference: "letter.isReply",
  noApproval: "letter.approval.level",
  approvalBody: "letter.approval.body",
  approvalDate: "letter.approval.date",
  approvalRange: "letter.approval.date",
  approvalTeam: "letter.approval.method",
  agreementAsked: "letter.approval.method",
  noContact: "letter.contacts",
  meetingsMissing: "meetingCount",
  meetingsUnclear: "meetingCount",
  formatMissing: "format",
  partiesMissing: "sides.0.questions",
  targetMissing: "target.group",
  targetDateMissing: "target.month",
  targetSeveral: "target.month",
  coChairsMissing: "sides.0.coChair.name",
  coChairOffice: "sides.0.coChair.name",
  coChairSide: "sides.0.coChair.name",
  coChairSideByOffice: "sides.0.coChair.name",
  mandateMissing: "mandate.reference",
  mandateSeveral: "mandate.reference",
  topicMissing: "topic",
  outputMissing: "output",
};

/** A plain object: one without prototype, as `Object.groupBy` makes it, does not cross to the browser. */
function byField(findings: readonly Finding[]): Record<string, Finding[]> {
  const fields: Record<string, Finding[]> = {};
  for (const finding of findings) (fields[fieldOfFinding(finding)] ??= []).push(finding);
  return fields;
}

function fieldOfFinding({ message }: Finding): string {
  return BY_FINDING[message.key.split(".").at(-1) ?? ""] ?? "";
}
