import { getSchema } from "@tiptap/core";
import { prosemirrorJSONToYDoc, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { REPORT_EXTENSIONS } from "#components/reports/editor-extensions";
import { changeThatWrites, nodesOf } from "#lib/collab/editor-json";
import { draftReport } from "#lib/reports/domain/template";
import { inEnglish } from "#lib/words/translate";
import { meetingFacts, seriesFacts } from "../../support/series-facts.ts";

const schema = getSchema(REPORT_EXTENSIONS);
const rich = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "H" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "plain " },
        { type: "text", text: "bold", marks: [{ type: "bold" }] },
        { type: "text", text: "2", marks: [{ type: "superscript" }, { type: "italic" }] },
        { type: "hardBreak" },
        { type: "text", text: "نص 🎉", marks: [{ type: "link", attrs: { href: "https://example.org/" } }] },
      ],
    },
    { type: "paragraph" },
  ],
};
const written = (root: Parameters<typeof changeThatWrites>[0]) => {
  const document = new Y.Doc();
  Y.applyUpdate(document, changeThatWrites(root));
  return document;
};

describe("the text of a document", () => {
  it("comes out as it was put in", () => {
    expect(nodesOf(written(rich))).toEqual(rich);
  });

  it("is written so that the editor's own library reads the same nodes", () => {
    const read = yXmlFragmentToProsemirrorJSON(written(rich).getXmlFragment("default"));
    expect(schema.nodeFromJSON(read).toJSON()).toEqual(schema.nodeFromJSON(rich).toJSON());
  });

  it("is read the same when the editor's own library wrote it", () => {
    const document = prosemirrorJSONToYDoc(schema, rich, "default");
    const read = schema.nodeFromJSON(nodesOf(document));
    expect(read.toJSON()).toEqual(schema.nodeFromJSON(rich).toJSON());
  });

  it("of a new report is one that the editor accepts whole", () => {
    const draft = draftReport({ series: seriesFacts(), meetings: meetingFacts() }, inEnglish);
    const node = schema.nodeFromJSON(nodesOf(written(draft)));
    expect(() => node.check()).not.toThrow();
    expect(node.childCount).toBe(draft.content?.length);
  });
});
