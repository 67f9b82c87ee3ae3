import type { Day } from "#lib/kernel/day";
import type { Finding } from "#lib/kernel/finding";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import { dayValue } from "#lib/rules/domain/day-value";
import { findDates, firstDayOf, monthOfDate } from "./dates.ts";
import { fieldsOf } from "./header-fields.ts";
import type { LetterText, ParsedLetter, Proposal } from "./letter.ts";
import { namesAnsweredLetter } from "./marks.ts";
import { findGroups } from "./references.ts";

type Facts = Omit<ParsedLetter, "evidence" | "findings">;

type Kind = `${"fail" | "warn"} L${number}`;

function finding(kind: Kind, key: WordKey, values?: Words["values"]): Finding {
  return {
    rule: kind.slice(5),
    severity: kind.startsWith("fail") ? "fail" : "warn",
    message: say(key, values),
  };
}

/**
 * What the rules L1 to L7 say of a letter, as far as its text can tell.
 *
 * `today` is the day on which a deadline is over or not. @see docs/rules.md
 */
export function checkLetter(letter: LetterText, facts: Facts, today: Day): Finding[] {
  return [
    ...checkItems(letter, facts),
    ...checkPurposes(facts),
    ...checkDeadline(facts, today),
    ...checkReply(letter, facts),
    ...checkApproval(letter, facts),
    ...checkCopies(letter),
    ...checkNextMeeting(letter, facts),
  ];
}

/** L1: the items every liaison statement has. Purpose, deadline and approval have rules of their own below. */
function checkItems(letter: LetterText, facts: Facts): Finding[] {
  const preparedAt =
    fieldsOf(letter.header, letter.text, "meeting").length > 0 || facts.approval?.method === "meeting";
  const hasPlace = fieldsOf(letter.header, letter.text, "questions").some(({ parts }) => parts.length > 1);
  const items: readonly (readonly [boolean, WordKey])[] = [
    [facts.from.length > 0, "liaison.finding.noSource"],
    [facts.questions.length > 0, "liaison.finding.noQuestions"],
    [preparedAt || hasPlace, "liaison.finding.noMeeting"],
    [facts.title !== "", "liaison.finding.noTitle"],
    [facts.to.length > 0, "liaison.finding.noDestination"],
    [facts.approval?.level != null, "liaison.finding.noApproval"],
    [facts.contacts.length > 0, "liaison.finding.noContact"],
  ];
  return items.flatMap(([holds, key]) => (holds ? [] : [finding("fail L1", key)]));
}

function checkPurposes({ to }: Facts): Finding[] {
  const without = to
    .filter(({ purpose }) => purpose === null)
    .map(({ group }) => finding("fail L2", "liaison.finding.noPurpose", { group }));
  const groups = to.map(({ group }) => group);
  const twice = new Set(groups.filter((group, at) => groups.indexOf(group) !== at));
  return [
    ...without,
    ...[...twice].map((group) => finding("fail L2", "liaison.finding.twoPurposes", { group })),
  ];
}

function checkDeadline({ to, deadline }: Facts, today: Day): Finding[] {
  const asksAction = to.some(({ purpose }) => purpose === "action");
  if (!deadline) return asksAction ? [finding("fail L3", "liaison.finding.noDeadline")] : [];
  const findings =
    deadline < today
      ? [finding("fail L3", "liaison.finding.deadlinePast", { deadline: dayValue(deadline) })]
      : [];
  const informsOnly = to.length > 0 && to.every(({ purpose }) => purpose === "information");
  return informsOnly ? [...findings, finding("warn L3", "liaison.finding.deadlineNeedless")] : findings;
}

function checkReply(letter: LetterText, { isReply, title }: Facts): Finding[] {
  if (!isReply) return [];
  const marked = title === "" || /\/\s?r\b/i.test(title);
  return [
    ...(marked ? [] : [finding("fail L4", "liaison.finding.replyUnmarked")]),
    ...(namesAnsweredLetter(letter) ? [] : [finding("fail L4", "liaison.finding.replyReference")]),
  ];
}

function checkApproval(letter: LetterText, { approval }: Facts): Finding[] {
  if (!approval || fieldsOf(letter.header, letter.text, "approval").length === 0) return [];
  const lacking: Finding[] = [];
  if (!approval.body) lacking.push(finding("fail L5", "liaison.finding.approvalBody"));
  if (!approval.date) lacking.push(finding("fail L5", "liaison.finding.approvalDate"));
  const consulted = /\bmanagement team\b|\bin consultation with\b/i.test(letter.text);
  if (approval.method === "correspondence" && !consulted)
    lacking.push(finding("fail L5", "liaison.finding.approvalTeam"));
  return lacking;
}

/** L6 can be told only of a letter that lists its copies. */
function checkCopies(letter: LetterText): Finding[] {
  const copies = fieldsOf(letter.header, letter.text, "copies");
  if (copies.length === 0) return [];
  const said = copies
    .flatMap(({ parts }) => parts.map(({ start, end }) => letter.text.slice(start, end)))
    .join(" ");
  return /\bTSB\b|counsellor/i.test(said) && /chair/i.test(said)
    ? []
    : [finding("warn L6", "liaison.finding.copies")];
}

const NEXT_MEETING =
  /\b(?:not\s(?:be\s)?(?:meet(?:ing)?|due to meet|scheduled to meet)|no\s(?:plenary\s|further\s)?meeting|next\s(?:meeting|meets|plenary))\b/i;

const targetOf = (proposal: Proposal | null) => proposal && (proposal.target.date ?? proposal.target.month);

/** The first day of a month, or the day itself. */
const firstOf = (date: string): Day => (date.length === 7 ? `${date}-01` : date);
/** The day of the month; 0 when only the month is known. */
const dayOf = (date: string) => Number(date.slice(8));

/** L7: the letter says itself that its addressee meets only after the day by which it must answer. */
function checkNextMeeting({ sentences }: LetterText, { to, deadline, proposal }: Facts): Finding[] {
  const needed = deadline ?? targetOf(proposal);
  if (!needed) return [];
  const addressees = to.map(({ group }) => group);
  for (const { text } of sentences.filter((sentence) => NEXT_MEETING.test(sentence.text))) {
    const group = findGroups(text).find((one) => addressees.includes(one.group))?.group;
    const [meets] = findDates(text).flatMap((date) => firstDayOf(date) ?? monthOfDate(date) ?? []);
    if (group && meets && meets.slice(0, needed.length) > needed.slice(0, meets.length)) {
      return [
        finding("warn L7", "liaison.finding.noMeetingBefore", {
          group,
          ...{ meets: dayValue(firstOf(meets)), meetsDay: dayOf(meets) },
          ...{ needed: dayValue(firstOf(needed)), neededDay: dayOf(needed) },
        }),
      ];
    }
  }
  return [];
}
