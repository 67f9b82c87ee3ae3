import { expect, it } from "vitest";
import { checkConfirmation } from "#lib/meetings/domain/confirmation";
import { SHIPPED } from "#lib/rules/domain/rules";
import type { SideConsent } from "#lib/series/domain/consents";
import { inEnglish } from "#lib/words/translate";

const side = (reference: string, outcome: SideConsent["outcome"]): SideConsent => ({
  side: { id: reference, letter: "A", group: { id: reference, reference }, questions: [] },
  ...{ outcome, latest: null, version: 0 },
});

it("finds nothing when every side has agreed", () => {
  expect(checkConfirmation([side("SG2", "agreed"), side("SG20", "agreed")], SHIPPED)).toEqual([]);
});

it("names every side that is missing or has not agreed", () => {
  const [one] = checkConfirmation([side("SG2", "agreed"), side("SG20", "missing")], SHIPPED);
  const [both] = checkConfirmation([side("SG2", "not_agreed"), side("SG20", "missing")], SHIPPED);
  expect(one).toMatchObject({ rule: "N5", severity: "fail" });
  expect(one && inEnglish(one.message)).toContain("SG20 has not agreed to the series yet");
  expect(both && inEnglish(both.message)).toContain("SG2, SG20 have not agreed to the series yet");
});
