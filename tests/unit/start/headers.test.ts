import { expect, it } from "vitest";
import { securityHeaders } from "#lib/start/headers";

const header = (baseUrl: string, url: string, name: string) =>
  new Map(securityHeaders(baseUrl)(url)).get(name);

it.each([
  "/answer/abc",
  "/set-up/abc",
  "/sign-in",
  "/sign-in?error=Verification",
  "/api/auth/callback/email?token=x",
])("does not tell the next page that somebody came from %s", (url) =>
  expect(header("http://localhost:3000", url, "referrer-policy")).toBe("no-referrer"),
);

it.each(["/", "/series/abc", "/answers", "/letters?from=/answer/abc"])(
  "tells its own pages only: %s",
  (url) => expect(header("http://localhost:3000", url, "referrer-policy")).toBe("same-origin"),
);

it("asks for https in future only where the product is reached by https", () => {
  expect(header("https://liaise.example.org", "/", "strict-transport-security")).toBe("max-age=63072000");
  expect(header("http://localhost:3000", "/", "strict-transport-security")).toBeUndefined();
});
