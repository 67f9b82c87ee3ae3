import { expect, it } from "vitest";
import { deriveToken } from "#lib/secrets/token";

it("derives 128 bits that are the same for one purpose and secret, and others for any other", () => {
  const token = deriveToken("secret", "answer:p:q:1");

  expect(Buffer.from(token, "base64url")).toHaveLength(16);
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(deriveToken("secret", "answer:p:q:1")).toBe(token);
  expect(deriveToken("secret", "answer:p:q:2")).not.toBe(token);
  expect(deriveToken("another", "answer:p:q:1")).not.toBe(token);
});
