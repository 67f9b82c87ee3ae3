import { describe, expect, it } from "vitest";
import { fieldsOf, readHeader, valueOf } from "#lib/liaison/domain/header-fields";

const read = (text: string) => readHeader(text).fields.map((field) => [field.name, valueOf(field, text)]);

describe("readHeader", () => {
  it("reads label and value on one line, in two cells, on two lines and over an empty line", () => {
    expect(read("Source: SG2")).toEqual([["source", "SG2"]]);
    expect(read("Source:\tSG2")).toEqual([["source", "SG2"]]);
    expect(read("| Source: | SG2 |")).toEqual([["source", "SG2"]]);
    expect(read("Source\tSG2")).toEqual([["source", "SG2"]]);
    expect(read("Source:\nSG2")).toEqual([["source", "SG2"]]);
    expect(read("Source:\n\nSG2")).toEqual([["source", "SG2"]]);
    expect(read("**Source:** SG2")).toEqual([["source", "SG2"]]);
  });

  it("reads several pairs of a line", () => {
    const pairs = [
      ["studyGroup", "2"],
      ["workingParty", "1"],
    ];
    expect(read("Study Group:\t2\tWorking Party:\t1")).toEqual(pairs);
    expect(read("Study Group: 2 Working Party: 1")).toEqual(pairs);
  });

  it("ends a value at the next label, an empty line, or prose", () => {
    expect(read("Deadline: 1 May\nSG2 thanks everybody.")).toEqual([["deadline", "1 May"]]);
    expect(read("Title: A\n\nB")).toEqual([["title", "A"]]);
    expect(read("Contact: A\nB\nC\n\nD")).toEqual([["contact", "A B C"]]);
  });

  it("leaves a label without value empty", () => {
    expect(read("Deadline:\nContact: A")).toEqual([
      ["deadline", ""],
      ["contact", "A"],
    ]);
  });

  it("takes no sentence for a field", () => {
    expect(read("The title of the deadline is Source of joy, and contact is made.")).toEqual([]);
  });

  it("keeps the abstract in the prose and takes the other fields out of it, without moving anything", () => {
    const text = "Title: LS on x\nAbstract: This is it.\n\nBody of the letter.";
    const { prose } = readHeader(text);
    expect(prose).toHaveLength(text.length);
    expect(prose).not.toContain("LS on x");
    expect(prose.indexOf("This is it.")).toBe(text.indexOf("This is it."));
  });

  it("counts values that say nothing as absent", () => {
    const text = "Deadline: n/a\nFor action to: -";
    expect(fieldsOf(readHeader(text), text, "deadline", "action")).toEqual([]);
  });
});
