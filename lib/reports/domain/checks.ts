import { type EditorNode, plainText } from "#lib/collab/domain/editor-node";
import type { Finding } from "#lib/kernel/finding";
import { say } from "#lib/kernel/words";
import type { Side } from "#lib/series/domain/series";
import {
  findSection,
  type ReportSection,
  SECTIONS,
  sectionTitle,
  takeApart,
  type TakenApart,
  type Write,
} from "./sections.ts";
import { meetingsToReport, targetOf } from "./header.ts";
import type { ReportFacts } from "./template.ts";

type Checked = ReportFacts & {
  /** Sides that have not yet agreed to the report. */
  readonly notAgreed: readonly Side[];
};

/**
 * What is still wrong with a report, in the order of the report.
 *
 * @see docs/rules.md#R1 and R2, R4, T1, T2
 */
export function checkReport(report: EditorNode, facts: Checked, write: Write): Finding[] {
  const apart = takeApart(report);
  return [
    ...checkAbstract(apart),
    ...checkSections(apart, facts, write),
    ...checkRequests(apart, facts, write),
    ...checkParticipants(apart, write),
    ...checkIpr(apart, facts, write),
    ...checkDates(report),
    ...checkBrackets(report),
    ...facts.notAgreed.map(({ group }) => consentMissing(group.reference)),
  ];
}

const BRACKETS = /\[[^\]]*\]/g;
const hasBrackets = (text: string) => /\[[^\]]*\]/.test(text);
const ABSTRACT_WORDS = 200;

function checkAbstract({ abstract }: TakenApart): Finding[] {
  const text = abstract.map(plainText).join(" ").trim();
  const count = text === "" ? 0 : text.split(/\s+/).length;
  if (count > 0 && count < ABSTRACT_WORDS) return [];
  return [{ rule: "T1", severity: "warn", message: say("reports.finding.abstract", { count }) }];
}

function checkSections(apart: TakenApart, { series }: Checked, write: Write): Finding[] {
  const target = targetOf(series);
  const titles = SECTIONS.map((name) => write(sectionTitle(name, target)));
  return titles
    .filter((title) => findSection(apart, title) === null)
    .map((title) => ({
      ...{ rule: "R4", severity: "fail", message: say("reports.finding.section", { title }) },
      remedy: say("reports.finding.sectionRemedy"),
    }));
}

function checkRequests(apart: TakenApart, { series }: Checked, write: Write): Finding[] {
  const requests = findSection(apart, write(sectionTitle("requests", targetOf(series))));
  if (!requests) return [];
  const findings: Finding[] = [];
  if (apart.sections[0] !== requests)
    findings.push({ rule: "R4", severity: "fail", message: say("reports.finding.requestsFirst") });
  if (!requests.nodes.some(({ type }) => type === "orderedList"))
    findings.push({
      ...{ rule: "R4", severity: "fail", message: say("reports.finding.requestsNumbered") },
      remedy: say("reports.finding.requestsNumberedRemedy"),
    });
  return findings;
}

function checkParticipants(apart: TakenApart, write: Write): Finding[] {
  const annex = findSection(apart, write(say("reports.annex.participants")));
  const people = annex ? bodyRows(annex).filter(([name]) => name && !hasBrackets(name)) : [];
  if (people.length > 0) return [];
  return [{ rule: "R1", severity: "fail", message: say("reports.finding.participants") }];
}

function checkIpr(apart: TakenApart, { series, meetings }: Checked, write: Write): Finding[] {
  const section = findSection(apart, write(sectionTitle("ipr", targetOf(series))));
  const rows = section ? bodyRows(section) : [];
  return meetingsToReport(meetings)
    .filter(({ sequence }) => {
      const name = write(say("reports.meeting", { sequence }));
      const answers = rows.find(([first]) => first === name)?.slice(1) ?? [];
      return answers.length === 0 || answers.some((answer) => answer === "" || hasBrackets(answer));
    })
    .map(({ sequence }) => ({
      ...{ rule: "R2", severity: "fail", message: say("reports.finding.ipr", { sequence }) },
      remedy: say("reports.finding.iprRemedy"),
    }));
}

/** The texts of the rows of a section's tables, heads left out. */
function bodyRows({ nodes }: ReportSection): string[][] {
  return nodes
    .filter(({ type }) => type === "table")
    .flatMap(({ content = [] }) => content)
    .filter(({ content = [] }) => content.some(({ type }) => type !== "tableHeader"))
    .map(({ content = [] }) => content.map((cell) => plainText(cell).trim()));
}

const NOT_ITU = /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b/;

function checkDates(report: EditorNode): Finding[] {
  const [date] = NOT_ITU.exec(textOf(report)) ?? [];
  if (!date) return [];
  return [
    {
      ...{ rule: "T2", severity: "fail", message: say("reports.finding.date", { date }) },
      remedy: say("reports.finding.dateRemedy"),
    },
  ];
}

function checkBrackets(report: EditorNode): Finding[] {
  const left = textOf(report).match(BRACKETS) ?? [];
  if (left.length === 0) return [];
  return [
    {
      ...{ rule: "T1", severity: "warn" },
      message: say("reports.finding.brackets", { count: left.length, first: left[0] ?? "" }),
    },
  ];
}

const consentMissing = (side: string): Finding => ({
  ...{ rule: "R4", severity: "show", message: say("reports.finding.consent", { side }) },
});

/** The text with a line end between blocks, so that what stands in two cells is not read as one. */
function textOf(node: EditorNode): string {
  const inner = (node.content ?? []).map(textOf).join("");
  return node.type === "text" || node.type === "hardBreak" ? plainText(node) : `${inner}\n`;
}
