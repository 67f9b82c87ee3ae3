import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { prepareForPage } from "#lib/start/page-policy";

function prepared(url: string, sent: Record<string, string> = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url });
  Object.assign(request.headers, sent);
  const response = new ServerResponse(request);
  prepareForPage(request, response);
  return { asked: request.headers, policy: response.getHeader("content-security-policy") };
}

it("gives page and answer the same policy, with another nonce each time", () => {
  const [one, two] = [prepared("/"), prepared("/", { "content-security-policy": "script-src *" })];

  expect(one.asked["content-security-policy"]).toBe(one.policy);
  expect(two.asked["content-security-policy"]).toBe(two.policy);
  expect(one.policy).toMatch(/script-src 'self' 'nonce-[\w+/]{24}' 'strict-dynamic'/);
  expect(one.policy).not.toBe(two.policy);
});

it.each([
  ["/home", "/home"],
  ["/home?_rsc=1x2y", "/home"],
  ["/home?a=1&_rsc=x&b=%2F%2Fevil.example", "/home?a=1&b=%2F%2Fevil.example"],
  ["/home?a=what?", "/home?a=what%3F"],
])("says that %s asks for %s", (url, path) => {
  expect(prepared(url, { "x-asked-path": "/elsewhere" }).asked["x-asked-path"]).toBe(path);
});

it("knows a browser that asks for a page from a page that asks for what changed", () => {
  const asked = (sent: Record<string, string>) => prepared("/home", sent).asked["x-asked-for"];

  expect(asked({ "x-asked-for": "part" })).toBe("page");
  expect([asked({ rsc: "1" }), asked({ "next-action": "40da" })]).toEqual(["part", "part"]);
});
