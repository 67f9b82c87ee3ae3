import type { useTranslations } from "next-intl";
import { html, type Html } from "#lib/kernel/html";
import { type DateParts, spanIn, type ZonedSpan } from "#lib/kernel/moment";
import { GENEVA } from "#lib/kernel/zone";

type Words = ReturnType<typeof useTranslations<"moment">>;
type Clock = { readonly locale: string; readonly timeZone: string };

/**
 * Says a message once and fills it in many times: a table has hundreds of the same, and each saying costs more than
 * the row it stands in. For messages that hold each value as it is, with no plural.
 */
export function sayOnce<Name extends string>(
  names: readonly Name[],
  say: (marks: Record<Name, string>) => string,
): (values: Readonly<Record<Name, string | number>>) => string {
  const marks = names.map((name, index) => [name, String.fromCharCode(0xe000 + index)] as const);
  // The two casts say what `fromEntries` cannot: that every name is there.
  const pattern = say(Object.fromEntries(marks) as Record<Name, string>);
  const parts = pattern.split(/([\uE000-\uE0FF])/);
  return (values) =>
    parts
      .map((part) => {
        const found = marks.find(([, mark]) => mark === part);
        return found ? String(values[found[0]]) : part;
      })
      .join("");
}

/** The compact form of a moment, as `Moment` shows it, made for tables of hundreds. */
export function momentHtml(t: Words, { locale, timeZone }: Clock): (start: Date, end: Date) => Html {
  const say = {
    date: sayOnce(["weekday", "day", "month", "year"], (marks) => t("date", marks)),
    shortDate: sayOnce(["day", "month"], (marks) => t("shortDate", marks)),
    geneva: sayOnce(["time"], (marks) => t("geneva", marks)),
    utc: sayOnce(["time", "date"], (marks) => t("utc", marks)),
    local: sayOnce(["time", "place"], (marks) => t("local", marks)),
    other: sayOnce(["time", "place", "date"], (marks) => t("localOtherDay", marks)),
    next: sayOnce(["time"], (marks) => t("nextDay", marks)),
  };
  const time = (span: ZonedSpan) => (span.endsNextDay ? say.next(span) : span.time);
  const short = (date: DateParts) => say.shortDate(date);
  return (start, end) => {
    const [geneva, utc] = [GENEVA, "UTC"].map((zone) => spanIn(start, end, { timeZone: zone, locale }));
    if (!geneva || !utc) return html``;
    const local = timeZone === GENEVA ? null : spanIn(start, end, { timeZone, locale });
    return html`<time datetime="${start.toISOString()}"
      ><b>${say.date(geneva.date)}</b
      ><i
        >${say.geneva({ time: time(geneva) })} ·
        <u>${say.utc({ time: time(utc), date: short(utc.date) })}</u></i
      >${
        local &&
        html`<i
          >${
            local.otherDay
              ? html`<strong class="font-semibold text-warn"
                  ><span aria-hidden="true">◆ </span
                  >${say.other({ time: time(local), place: local.place, date: short(local.date) })}</strong
                >`
              : say.local({ time: time(local), place: local.place })
          }</i
        >`
      }</time
    >`;
  };
}
