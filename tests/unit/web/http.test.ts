import { describe, expect, it } from "vitest";
import { isFromHere } from "#lib/web/http";

const request = (headers: Record<string, string>) =>
  new Request("http://liaise.example/api/answers", { method: "POST", headers, body: "{}" });
const own = { "content-type": "application/json", origin: "https://liaise.example", host: "liaise.example" };

describe("a request by a script of ours", () => {
  it("is JSON and comes from the host that it goes to, also behind another server", () => {
    expect(isFromHere(request(own))).toBe(true);
    expect(isFromHere(request({ ...own, host: "inside:3000", "x-forwarded-host": "liaise.example" }))).toBe(
      true,
    );
  });

  it.each([
    ["another host", { ...own, origin: "https://evil.example" }],
    ["a host that begins alike", { ...own, origin: "https://liaise.example.evil.example" }],
    ["no origin", { "content-type": own["content-type"], host: own.host }],
    ["an origin that is none", { ...own, origin: "null" }],
    ["a form", { ...own, "content-type": "text/plain" }],
  ])("is not taken from %s", (_, headers) => {
    expect(isFromHere(request(headers))).toBe(false);
  });
});
