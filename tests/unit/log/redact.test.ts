import { expect, it } from "vitest";
import { redact } from "#lib/log/redact";

it.each([
  ["mail to ines.alvarez@example.org failed", "ines.alvarez@example.org"],
  ['{"err":"User <\\"A B\\" a.b+c@mail.example.org> unknown"}', "a.b+c@mail.example.org"],
  ["postgresql://liaise:pa55word@127.0.0.1:5432/postgres", "pa55word"],
  ["GET /answer/q3Zk0-1b_9XQ4m2fVw8tAA", "q3Zk0-1b_9XQ4m2fVw8tAA"],
  ["http://localhost:3000/set-up/q3Zk0-1b_9XQ4m2fVw8tAA?x=1", "q3Zk0-1b_9XQ4m2fVw8tAA"],
  ["/api/auth/callback/email?token=abc123&email=a%40example.org", "abc123"],
  ["/api/auth/callback/email?token=abc123&email=a%40example.org", "a%40example.org"],
  ["/api/auth/callback/oidc?code=4711-xyz&state=s", "4711-xyz"],
  ['{"cookie":"authjs.session-token=5a0c"}', "5a0c"],
  ['{"headers":{"authorization":"Bearer aaa.bbb"}}', "aaa.bbb"],
  ["hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "9f86d081"],
])("hides the secret in %s", (line, secret) => {
  expect(line).toContain(secret);
  expect(redact(line)).not.toContain(secret);
});

it("leaves what is needed to find a fault", () => {
  const line =
    '{"level":50,"mail":"0199f1a2-7c11-7000-8000-0123456789ab","code":"P2034","msg":"delivery failed"}';

  expect(redact(line)).toBe(line);
});
