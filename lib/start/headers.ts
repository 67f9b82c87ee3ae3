const ALWAYS: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  [
    "permissions-policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  ],
  // For what is no page: files and refusals. A page's own policy, with its nonce, replaces it (page-policy.ts).
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
  // Other sites never learn an address, which may be a secret. Not `no-referrer`: browsers would then send forms
  // without their origin, and a page without scripts could not answer, sign in or set up.
  ["referrer-policy", "same-origin"],
];

/**
 * The policy of built scripts. It counts for those that run as a thread of their own: they may load the rest of their
 * code from here, and can send nothing to anybody.
 */
export const SCRIPT_POLICY = [
  "content-security-policy",
  "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
] as const;

/** Whether an address is that of a built file. */
export const isBuiltFile = (url: string) => url.startsWith("/_next/static/");

const TWO_YEARS_S = 63_072_000;

/** The headers that every answer carries, pages, files and errors alike. */
export function securityHeaders(baseUrl: string): readonly (readonly [string, string])[] {
  if (!baseUrl.startsWith("https:")) return ALWAYS;
  return [...ALWAYS, ["strict-transport-security", `max-age=${TWO_YEARS_S}`]];
}
