import { describe, expect, it } from "vitest";
import { meetingKeySchema } from "#lib/meetings/schema";
import { parseAddress } from "#lib/web/address";

describe("parseAddress", () => {
  it("reads what an address says", () => {
    expect(parseAddress(meetingKeySchema, { reference: "a-b", sequence: "2" })).toEqual({
      ...{ reference: "a-b", sequence: 2 },
    });
  });

  it.each(["x", "0", "-1", "1.5", "1e9", "", "999999999999999999"])(
    "says that nothing is at an address that cannot be: meeting %j",
    (sequence) => {
      expect(() => parseAddress(meetingKeySchema, { reference: "a-b", sequence })).toThrow(/not_found/);
    },
  );
});
