/** Day and time as somebody wrote them; not yet known to be right. */
export type SlotLine = { readonly day: string; readonly clock: string };

/**
 * Reads one slot a line, day first and then time, with spaces, a comma, a semicolon or a T between them. Empty lines
 * are left out; what does not fit is given as it stands, so that the form can mark it.
 */
export function readSlotLines(text: string): SlotLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [day = "", clock = ""] = line.split(/[\s,;]+|(?<=\d)T(?=\d)/, 2);
      return { day, clock };
    });
}
