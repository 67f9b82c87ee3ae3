import { canonicalZone, isTimeZone } from "#lib/kernel/zone";

/** How a reader likes the answer sheet. It is remembered in the reader's browser. */
export type SheetSettings = {
  /** IANA zone of the sheet; null: the zones of the profile, with those of travel days. */
  readonly timeZone: string | null;
  /** Zones shown beside it, in order. */
  readonly beside: readonly string[];
  readonly clock: 24 | 12;
  /** 1 is Monday, 6 Saturday, 7 Sunday. */
  readonly weekStart: number;
  /** Null: a grid where the page is wide enough for one, else a list. */
  readonly view: SheetView | null;
};

export type SheetView = "grid" | "list";

/** Name of the cookie that keeps them. */
export const SETTINGS_COOKIE = "liaise.sheet";

export const MOST_ZONES_BESIDE = 6;

const USUAL: SheetSettings = {
  ...{ timeZone: null, beside: ["Europe/Zurich", "UTC"], clock: 24, weekStart: 1, view: null },
};

/** The settings as one line of an address or cookie, such as `zone=Asia/Seoul&clock=12`. */
export function writeSettings(settings: SheetSettings): string {
  const { timeZone, beside, clock, weekStart, view } = settings;
  const line = new URLSearchParams({
    beside: beside.join(" "),
    clock: `${clock}`,
    week: `${weekStart}`,
  });
  if (view) line.set("view", view);
  if (timeZone) line.set("zone", timeZone);
  return line.toString();
}

/** Settings from such a line. What is missing or unknown is as usual: nothing a reader can write there is an error. */
export function readSettings(line: string): SheetSettings {
  const fields = new URLSearchParams(line);
  const zone = fields.get("zone") ?? "";
  const beside = fields.has("beside") ? fields.getAll("beside").join(" ") : USUAL.beside.join(" ");
  const week = Number(fields.get("week"));
  const view = fields.get("view");
  return {
    timeZone: isTimeZone(zone) ? canonicalZone(zone) : null,
    beside: [
      ...new Set(
        beside
          .split(/[\s,;]+/)
          .filter(isTimeZone)
          .map(canonicalZone),
      ),
    ].slice(0, MOST_ZONES_BESIDE),
    clock: fields.get("clock") === "12" ? 12 : 24,
    weekStart: [1, 6, 7].includes(week) ? week : USUAL.weekStart,
    view: view === "list" || view === "grid" ? view : USUAL.view,
  };
}
