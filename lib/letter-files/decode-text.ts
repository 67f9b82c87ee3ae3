const SAMPLE = 4_000;

/**
 * The text of a plain file: UTF-8, UTF-16 with or without byte order mark, or else windows-1252.
 *
 * Null when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return isReadable(text) ? text : null;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = zerosByPlace(bytes);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return "utf-16le";
  if (zeros.even > 0.3 && zeros.odd < 0.05) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** Which share of the bytes at even and at odd places is zero: in UTF-16 of Latin letters, every other one. */
function zerosByPlace(bytes: Uint8Array): { even: number; odd: number } {
  const sample = bytes.subarray(0, SAMPLE);
  const half = Math.max(1, sample.length / 2);
  const count = (place: number) => sample.filter((byte, at) => byte === 0 && at % 2 === place).length / half;
  return { even: count(0), odd: count(1) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Control characters other than white space make up less than one in fifty of a text. */
function isReadable(text: string): boolean {
  const sample = text.slice(0, SAMPLE);

  const strange = sample.match(/[\0-\x08\x0e-\x1f\x7f\ufffd]/g)?.length ?? 0;
  return strange * 50 <= sample.length;
}
