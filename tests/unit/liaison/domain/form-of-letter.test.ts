import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formOfLetter } from "#lib/liaison/domain/form-of-letter";
import { parseLetter } from "#lib/liaison/domain/parse-letter";

const read = (name: string) =>
  formOfLetter(
    parseLetter(readFileSync(`tests/unit/liaison/fixtures/letters/${name}.txt`, "utf8"), "2027-01-15"),
  );

describe("formOfLetter", () => {
  const form = read("01-no-header-three-meetings");

  it("fills the series and both sides, sender first", () => {
    expect(form.proposes).toBe(true);
    expect(form.values).toMatchObject({
      title: "Demarcation line between IoT identification and NNAI",
      output: "draft report to TSAG",
      "mandate.reference": "39A1/1",
      meetingCount: "3",
      format: "virtual",
      "target.group": "TSAG",
      "target.month": "2027-05",
      "target.opensOn": "",
      "sides.0.group": "SG2",
      "sides.0.questions": "Q1/2",
      "sides.0.coChair.name": "Paul WRIGHT",
      "sides.0.coChair.office": "WP1/2 Chair",
      "sides.1.group": "SG20",
      "sides.1.questions": "Q6/20",
      "sides.1.coChair.name": "Jin Ho BAE",
      "sides.1.coChair.office": "WP2/20 Chair",
      "letter.toUnstated": "SG20",
      "letter.toAction": "",
      "letter.approval.method": "correspondence",
    });
  });

  it("ties quotations to fields, and findings to the fields that stay empty", () => {
    const wordsOf = (field: string) => form.quotes.find((quote) => quote.field === field)?.text;
    expect(wordsOf("sides.1.coChair.name")).toBe("Jin Ho BAE");
    expect(wordsOf("sides.0.questions")).toBe("Q1/2");
    expect(wordsOf("meetingCount")).toBe("three virtual joint meetings");
    expect(form.values["letter.title"]).toBe("");
    expect(form.findings["letter.title"]?.map(({ rule }) => rule)).toEqual(["L1"]);
    expect(form.findings["letter.toUnstated"]?.map(({ rule }) => rule)).toEqual(["L2"]);
  });

  it("puts each destination under its purpose", () => {
    expect(read("02-header-table-tabs").values).toMatchObject({
      "letter.toAction": "SG20",
      "letter.toInformation": "SG13, TSAG",
      "letter.toUnstated": "",
      title: "The border between numbering plans and device identifiers",
    });
  });

  it("quotes for no field that the form does not have", () => {
    for (const { field } of form.quotes) expect(Object.keys(form.values)).toContain(field);
  });
});
