/** Pages whose address is a secret or leads to one: no other page may learn it. */
const SECRET_ADDRESS = /^\/(answer|set-up|sign-in|api\/auth)(\/|\?|$)/;

const ALWAYS: readonly (readonly [string, string])[] = [
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  [
    "permissions-policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
  ],
  // For what is no page: files and refusals. A page's own policy, with its nonce, replaces it (proxy.ts).
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'"],
];

const TWO_YEARS_S = 63_072_000;

/** The headers that every answer carries, pages, files and errors alike, by the address that was asked for. */
export function securityHeaders(baseUrl: string): (url: string) => (readonly [string, string])[] {
  const https = baseUrl.startsWith("https:");
  return (url) => [
    ...ALWAYS,
    ["referrer-policy", SECRET_ADDRESS.test(url) ? "no-referrer" : "same-origin"],
    ...(https ? ([["strict-transport-security", `max-age=${TWO_YEARS_S}`]] as const) : []),
  ];
}
