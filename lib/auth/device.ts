const BROWSERS = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;

const SYSTEMS = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** Browser and system in a few words, such as `Firefox, Windows`; empty when the header names neither. */
export function describeDevice(userAgent: string | null | undefined): string {
  const text = (userAgent ?? "").slice(0, 500);
  return [BROWSERS, SYSTEMS]
    .map((known) => known.find(([sign]) => text.includes(sign))?.[1])
    .filter((name) => name !== undefined)
    .join(", ");
}
