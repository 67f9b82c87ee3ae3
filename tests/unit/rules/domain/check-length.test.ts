import { expect, it } from "vitest";
import { checkLength } from "#lib/rules/domain/check-length";

it.each([
  [120, []],
  [121, ["show"]],
  [180, ["show"]],
  [181, ["warn"]],
])("judges a meeting of %i minutes: %j", (minutes, severities) => {
  expect(checkLength(minutes).map(({ severity }) => severity)).toEqual(severities);
});
