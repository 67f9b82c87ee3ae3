import type { useTranslations } from "next-intl";
import { html, type Html } from "#lib/kernel/html";
import { dateParts } from "#lib/kernel/moment";
import { type HeatCell, layHeat } from "#lib/scheduling/domain/heat";
import type { Slot } from "#lib/scheduling/domain/poll";
import { compareTotals, type SideTotal, type SlotTotal } from "#lib/scheduling/domain/tally";
import { momentHtml, sayOnce } from "./moment-html";

type Words = ReturnType<typeof useTranslations<"scheduling.totals">>;

export type TotalsTable = {
  readonly slots: readonly Slot[];
  /** In the order of the slots; without the sides that are hidden from the reader. */
  readonly totals: readonly SlotTotal[];
  /** The sides that are shown, in order. */
  readonly sides: readonly { readonly letter: string; readonly group: string }[];
  readonly bestFirst: boolean;
  readonly timeZone: string;
  readonly locale: string;
};

/**
 * The heat map and the table of totals, as HTML. It is the same for all who see the same sides on the same clock, so
 * whoever asks for it keeps it as long as the poll stands as it is.
 */
export function totalsHtml(
  table: TotalsTable,
  t: Words,
  moment: ReturnType<typeof useTranslations<"moment">>,
): string {
  return html`${heatHtml(table, t)}${tableHtml(table, t, momentHtml(moment, table))}`.text;
}

function heatHtml({ slots, totals, sides, timeZone, locale }: TotalsTable, t: Words): Html {
  const { weekdays, rows } = layHeat(slots, totals, timeZone);
  const place = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  const sayWeek = sayOnce(["day", "month"], (marks) => t("heatWeek", marks));
  const parts = (day: string) => dateParts(new Date(`${day}T12:00:00Z`), "UTC", locale);
  return html`<p class="mb-2 text-muted">${t("heatLead", { place })} ${sides.map(badge)}</p>
    <div class="relative overflow-x-auto" role="region" tabindex="0" aria-label="${t("heat")}">
      <table class="heat">
        <caption class="sr-only">
          ${t("heat")}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t("week")}</th>
            <th scope="col">${t("start")}</th>
            ${weekdays.map((day) => html`<th scope="col">${parts(day).weekday}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ monday, clock, cells }) =>
              html`<tr>
                <th scope="row">${sayWeek(parts(monday))}</th>
                <th scope="row">${clock}</th>
                ${cells.map((cell) => html`<td>${cell.map(halves)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const badge = ({ letter, group }: TotalsTable["sides"][number]) =>
  html`<span class="half side-${letter}">${letter}</span> ${group} `;

/** One slot of the map: a half for each side, with its number, and a mark where a quorum is missed. */
const halves = ({ sides, quorate }: HeatCell) =>
  html`<span class="slot"
    >${sides.map(
      ({ letter, able, level }) =>
        html`<span class="half side-${letter} h${level}"
          ><span class="sr-only">${letter} </span>${able}</span
        >`,
    )}${!quorate && html`<span class="miss">!</span>`}</span
  >`;

function tableHtml(table: TotalsTable, t: Words, moment: (start: Date, end: Date) => Html): Html {
  const { slots, totals, sides, bestFirst } = table;
  const rows = slots.flatMap((slot, index) => {
    const total = totals[index];
    return total ? [{ slot, total }] : [];
  });
  if (bestFirst) rows.sort((a, b) => compareTotals(a.total, b.total));
  const cell = sideHtml(t);
  return html`<div class="relative overflow-x-auto" role="region" tabindex="0" aria-label="${t("caption")}">
    <table class="totals">
      <caption class="sr-only">
        ${t("caption")}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("when")}</th>
          ${sides.map(
            ({ letter, group }) =>
              html`<th scope="col"><span class="half side-${letter}">${letter}</span> ${group}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ slot, total }) =>
            html`<tr>
              <th scope="row">${moment(slot.start, slot.end)}</th>
              ${sides.flatMap(({ letter }) => total.sides.filter((side) => side.letter === letter).map(cell))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What one side said to a slot: three shapes with their numbers, and whether the quorum is reached. */
function sideHtml(t: Words): (total: SideTotal) => Html {
  const spoken = sayOnce(["yes", "ifNeedBe", "no"], (marks) => t("spoken", marks));
  const missing = sayOnce(["unanswered"], (marks) => t("unanswered", marks));
  const reached = sayOnce(["able", "quorum"], (marks) => t("reached", marks));
  const missed = sayOnce(["able", "quorum"], (marks) => t("notReached", marks));
  return (total) => {
    const { yes, ifNeedBe, no, unanswered, quorum } = total;
    return html`<td>
      <span aria-hidden="true">● ${yes} ◐ ${ifNeedBe} ○ ${no}</span
      ><span class="sr-only">${spoken(total)}</span>${
        unanswered > 0 && html`<small>${missing({ unanswered })}</small>`
      }${
        quorum > 0 &&
        (total.reached
          ? html`<small class="text-ok"><span aria-hidden="true">✓ </span>${reached(total)}</small>`
          : html`<small class="font-semibold text-warn"
              ><span aria-hidden="true">! </span>${missed(total)}</small
            >`)
      }
    </td>`;
  };
}
