import { say, type WordKey, type Words } from "#lib/kernel/words";
import { fieldsOf } from "./header-fields.ts";
import type { LetterText } from "./letter.ts";
import { findGroups } from "./references.ts";

/** The longest text that is taken as a letter, in UTF-16 units. */
export const LONGEST_LETTER = 1_000_000;
/** How much of it is read. */
export const READ_UP_TO = 100_000;
const ENOUGH = 4;

const TITLE_MARK =
  /^[\s[("']{0,4}(?:SG\s?\d{1,2}\s)?(?:draft\s|reply\s)?(?:LS\b(?:\s?\/\s?[ior])?|liaison statement\b)/i;
const BANNER =
  /^[ \t|*_#]{0,10}(?:(?:ITU-?T\s)?(?:draft\s|reply\s|outgoing\s|incoming\s)?liaison statement|note de liaison|declaración de coordinación|заявление о взаимодействии|بيان اتصال|联络声明)(?:\s?\(?LS[^\n]{0,20})?[ \t|*_]{0,10}$/imu;
const SELF = /\bthis\s(?:[\p{L}/-]{1,20}\s)?(?:liaison(?:\sstatement)?|LS(?:\/[io])?(?:\/r)?)(?![\p{L}])/iu;
const SPEAKS =
  /\b(?:SG\s?\d{1,2}|Study Group \d{1,2})\)?\s(?:also\s|therefore\s|kindly\s)?(?:thanks|would like|wishes|proposes|informs|requests|invites|kindly|is pleased|appreciates|supports|welcomes|notes)\b/i;
const CHAT = /^\s{0,10}(?:hi|hello|hey)\b/i;
const OTHER_PAPER =
  /^[ \t]{0,10}(?:draft\s|provisional\s)?(?:agenda|minutes|report|timetable|invitation|collective letter)\b/im;

/** Why a text is not read as a liaison statement, or null when it is one. */
export function whyNoLetter(letter: LetterText): Words | null {
  if (letter.text.trim() === "") return say("liaison.refusal.empty");
  if (letter.text.length > LONGEST_LETTER) return say("liaison.refusal.tooLong");
  const start = letter.text.slice(0, 100_000);
  const knowsGroup =
    findGroups(start).length > 0 || hasAny(letter, "source", "action", "information", "comment");
  return knowsGroup && weigh(letter, start) >= ENOUGH
    ? null
    : say("liaison.refusal.noLetter" satisfies WordKey);
}

const hasAny = (letter: LetterText, ...names: Parameters<typeof fieldsOf>[2][]) =>
  fieldsOf(letter.header, letter.text, ...names).length > 0;

function weigh(letter: LetterText, start: string): number {
  const title = fieldsOf(letter.header, letter.text, "title", "subject")[0]?.parts[0];
  const titled = title
    ? TITLE_MARK.test(letter.text.slice(title.start, title.end))
    : TITLE_MARK.test(start.trimStart().slice(0, 120));
  const signs: readonly (readonly [boolean, number])[] = [
    [letter.header.fields.some(({ name }) => ["action", "information", "comment"].includes(name)), 3],
    [
      hasAny(letter, "from") &&
        hasAny(letter, "to") &&
        hasAny(letter, "purpose", "state", "deadline", "submitted"),
      4,
    ],
    [titled, 3],
    [BANNER.test(start), 3],
    [SELF.test(start), 2],
    [SPEAKS.test(start), 2],
    [hasAny(letter, "source") || hasAny(letter, "studyGroup"), 1],
    [/\bliaison\b|\bLS\b/i.test(start), 1],
    [CHAT.test(start), -3],
    [OTHER_PAPER.test(start.slice(0, 400)) && !titled, -3],
  ];
  return signs.reduce((sum, [holds, weight]) => sum + (holds ? weight : 0), 0);
}
