import { expect, it } from "vitest";
import { fieldsOfPoll, pathOfPoll, pathOfSheet } from "#lib/scheduling/domain/which-poll";

it("leads to the dates of the series, or to the meeting of a small poll", () => {
  expect(pathOfPoll({})).toBe("/dates");
  expect(pathOfPoll({ sequence: 2 })).toBe("/meetings/2");
  expect(pathOfSheet({})).toBe("/dates/answer");
  expect(pathOfSheet({ sequence: 2 })).toBe("/meetings/2/answer");
});

it("says nothing of a meeting in the form of the poll of a series, not even an empty field", () => {
  expect(fieldsOfPoll({ reference: "r", sequence: undefined })).toEqual({ reference: "r" });
  expect(fieldsOfPoll({ reference: "r", sequence: 2 })).toEqual({ reference: "r", sequence: 2 });
});
