import { expect, it } from "vitest";
import { securityHeaders } from "#lib/start/headers";

const header = (baseUrl: string, name: string) => new Map(securityHeaders(baseUrl)).get(name);

it("tells no other site where somebody came from, and lets forms say where they are from", () => {
  expect(header("http://localhost:3000", "referrer-policy")).toBe("same-origin");
});

it("asks for https in future only where the product is reached by https", () => {
  expect(header("https://liaise.example.org", "strict-transport-security")).toBe("max-age=63072000");
  expect(header("http://localhost:3000", "strict-transport-security")).toBeUndefined();
});
