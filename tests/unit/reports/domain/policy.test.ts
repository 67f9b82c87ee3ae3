import { describe, expect, it } from "vitest";
import { mayWriteReport, requireMayWriteReport, sideOfWriter } from "#lib/reports/domain/policy";
import { roomOf } from "#lib/reports/domain/report";
import { anActor, aSeries } from "../../../support/series-in-memory.ts";

const series = aSeries();
const coChair = anActor({ part: { sideId: "b", role: "co_chair" } });
const participant = anActor({ part: { sideId: "b", role: "participant" } });
const secretariat = anActor({ role: "secretariat", groupId: "sg2" });
const stranger = anActor({});

describe("policy of the report", () => {
  it("lets co-chairs and secretariats of both sides write, and nobody else", () => {
    const may = [coChair, secretariat, participant, stranger].map((actor) => mayWriteReport(actor, series));
    expect(may).toEqual([true, true, false, false]);
  });

  it("refuses a reader as forbidden, and tells a stranger nothing of it", () => {
    expect(() => requireMayWriteReport(coChair, series)).not.toThrow();
    expect(() => requireMayWriteReport(participant, series)).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => requireMayWriteReport(stranger, series)).toThrow(
      expect.objectContaining({ code: "not_found" }),
    );
  });

  it("puts a writer under the colour of the side that person stands for", () => {
    expect([coChair, secretariat, participant].map((actor) => sideOfWriter(actor, series))).toEqual([
      "B",
      "A",
      null,
    ]);
  });
});

describe("roomOf", () => {
  it("names document and generation, so that an old offline copy meets no room", () => {
    expect(roomOf({ documentId: "d", generation: 2 })).toBe("report:d:2");
  });
});
