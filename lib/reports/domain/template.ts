import { type EditorNode, node, words } from "#lib/collab/domain/editor-node";
import { spanIn } from "#lib/kernel/moment";
import { say, type WordKey, type Words } from "#lib/kernel/words";
import { GENEVA } from "#lib/kernel/zone";
import type { Meeting } from "#lib/meetings/domain/meeting";
import { coChairs, type Series, sideOf } from "#lib/series/domain/series";
import { targetOf } from "./header.ts";
import { type SectionName, sectionTitle, type Write } from "./sections.ts";

/** What a report says before anybody wrote a word. */
export type ReportFacts = {
  readonly series: Series;
  /** By sequence; cancelled ones are left out of the report. */
  readonly meetings: readonly Meeting[];
};

/**
 * A draft report with its sections filled as far as the series knows. What somebody must still write stands in
 * square brackets.
 *
 * @see docs/rules.md#R4
 */
export function draftReport(facts: ReportFacts, write: Write): EditorNode {
  const pen = makePen(facts, write);
  return node(
    "doc",
    pen.paragraph("abstract"),
    pen.section("requests"),
    ...requests(pen),
    pen.section("mandate"),
    ...mandate(facts, pen),
    pen.section("process"),
    ...process(facts, pen),
    pen.section("agreed"),
    ...agreed(facts, pen),
    pen.section("notAgreed"),
    ...notAgreed(facts, pen),
    pen.section("followUp"),
    pen.list("orderedList", ["followUp"]),
    pen.section("ipr"),
    ...ipr(facts, pen),
    pen.annex("documents"),
    pen.table(["number", "documentTitle", "source"], [["toWrite", "toWrite", "toWrite"]]),
    pen.annex("participants"),
    participants(facts, pen),
  );
}

type TextKey = Extract<WordKey, `reports.text.${string}`> extends `reports.text.${infer Key}` ? Key : never;
type Text = TextKey | Words;
type Pen = ReturnType<typeof makePen>;

/** Makes nodes from words; every word may use the names of the series. */
function makePen({ series }: ReportFacts, write: Write) {
  const [sideA, sideB] = series.sides;
  const values = {
    target: targetOf(series),
    title: series.title,
    topic: series.topic || series.title,
    mandate: series.mandate.reference || write(say("reports.text.toWrite")),
    sideA: sideA?.group.reference ?? "",
    sideB: sideB?.group.reference ?? "",
    count: series.meetingCount,
  };
  const text = (of: Text) => words(write(typeof of === "string" ? say(`reports.text.${of}`, values) : of));
  const paragraph = (of: Text) => node("paragraph", ...text(of));
  const cells = (type: string, texts: readonly Text[]) =>
    node("tableRow", ...texts.map((of) => node(type, paragraph(of))));
  const heading = (level: number, content: EditorNode[]): EditorNode => ({
    type: "heading",
    attrs: { level },
    content,
  });
  return {
    paragraph,
    section: (name: SectionName) => heading(1, text(sectionTitle(name, values.target))),
    part: (of: Text) => heading(2, text(of)),
    annex: (name: "documents" | "participants") => node("annex", ...text(say(`reports.annex.${name}`))),
    list: (type: "orderedList" | "bulletList", items: readonly Text[]) =>
      node(type, ...items.map((of) => node("listItem", paragraph(of)))),
    table: (head: readonly Text[], rows: readonly (readonly Text[])[]) =>
      node("table", cells("tableHeader", head), ...rows.map((row) => cells("tableCell", row))),
  };
}

/** Something that is known, as words. */
const known = (text: string): Words =>
  text === "" ? say("reports.text.toWrite") : say("reports.known", { text });

const requests = (pen: Pen) => [
  pen.paragraph("requestsLead"),
  pen.list("orderedList", ["requestNote", "requestAgree", "requestMore"]),
];

function mandate({ series: { mandate } }: ReportFacts, pen: Pen) {
  return [
    pen.paragraph("mandateLead"),
    ...(mandate.text ? [pen.paragraph(known(mandate.text))] : [pen.paragraph("mandateText")]),
    pen.paragraph("mandateTopic"),
  ];
}

function process({ series, meetings }: ReportFacts, pen: Pen) {
  const chairs = coChairs(series).map(({ name, office, sideId }) =>
    say("reports.coChair", { name, office: office || "-", side: sideOf(series, sideId).group.reference }),
  );
  return [
    pen.paragraph("processLead"),
    pen.part("meetings"),
    pen.table(
      ["meeting", "when", "held"],
      meetings.map((meeting) => [title(meeting), when(meeting), "toWrite"]),
    ),
    pen.part("coChairs"),
    pen.list("bulletList", chairs.length > 0 ? chairs : ["toWrite"]),
    pen.part("attendance"),
    pen.paragraph("attendanceText"),
    pen.part("documents"),
    pen.paragraph("documentsText"),
  ];
}

const title = ({ sequence }: Meeting) => say("reports.meeting", { sequence });

/** ITU style: the day in words, Geneva time, and UTC with its date. */
function when({ start, end }: Meeting): Words {
  const geneva = spanIn(start, end, { timeZone: GENEVA, locale: "en-GB" });
  const utc = spanIn(start, end, { timeZone: "UTC", locale: "en-GB" });
  return say("reports.when", {
    ...{ day: geneva.date.day, month: geneva.date.month, year: geneva.date.year, geneva: geneva.time },
    ...{ utc: utc.time, utcDay: utc.date.day, utcMonth: utc.date.month },
  });
}

function agreed({ series }: ReportFacts, pen: Pen) {
  const sides = series.sides.map(({ group }) => known(group.reference));
  const head = ["area", ...sides, "both", "reference"] as const;
  const row = head.map(() => "toWrite" as const);
  return [pen.paragraph("agreedLead"), pen.table(head, [row, row, row])];
}

function notAgreed({ series }: ReportFacts, pen: Pen) {
  return [
    pen.paragraph("notAgreedLead"),
    ...series.sides.flatMap(({ group }) => [
      pen.part(say("reports.viewOf", { side: group.reference })),
      pen.paragraph("viewText"),
    ]),
    pen.part("reservations"),
    pen.paragraph("reservationsText"),
  ];
}

function ipr({ meetings }: ReportFacts, pen: Pen) {
  return [
    pen.paragraph("iprLead"),
    pen.table(
      ["meeting", "iprAsked", "iprAnswer"],
      meetings.map((meeting) => [title(meeting), "toWrite", "toWrite"]),
    ),
  ];
}

function participants({ series }: ReportFacts, pen: Pen) {
  const chairs = coChairs(series).map(({ name, entity, country }) => [
    known(name),
    known(entity),
    known(country ?? ""),
  ]);
  return pen.table(["name", "entity", "country"], [...chairs, ["toWrite", "toWrite", "toWrite"]]);
}
