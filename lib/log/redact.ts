/** What must never stand in a log, and what stands there instead. The order matters. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@"\\]+@/g, "://[credentials]@"],
  [/[^\s"'<>()[\]{},;:\\/@=]+@[^\s"'<>()[\]{},;:\\/@=]+\.[^\s"'<>()[\]{},;:\\/@=]+/gu, "[address]"],
  [/\/(answer|set-up|poll(?:\/confirm)?)\/[^\s"'\\/?#]+/g, "/$1/[token]"],
  [/([?&](?:code|state|token|email)=)[^\s"'&\\]+/gi, "$1[hidden]"],
  [/\b(Bearer|Basic) [\w.~+/=-]+/gi, "$1 [hidden]"],
  [/\b(token|secret|password|cookie)(\\?["']?\s*[=:]\s*\\?["']?)[^\s"'&;,\\}]+/gi, "$1$2[hidden]"],
  [/\b(?:[0-9a-f]{64}|[0-9a-f]{48}|[0-9a-f]{32})\b/gi, "[token]"],
];

/** A line of the log without e-mail addresses, tokens, passwords and cookies, wherever they came from. */
export function redact(line: string): string {
  let clean = line;
  for (const [pattern, replacement] of SECRETS) clean = clean.replace(pattern, replacement);
  return clean;
}
