import { useTranslations } from "next-intl";
import { DayText } from "#components/ui/day";
import { Table } from "#components/ui/table";
import { type Day, daysBetween } from "#lib/kernel/day";
import type { Plan, PlanStep } from "#lib/rules/domain/plan-backwards";

type Props = {
  plan: Plan;
  /** Geneva days of the slots on offer. */
  slotDays: readonly Day[];
  /** Reference of the target meeting's group. */
  target: string;
};

/** From today to the target meeting: what has to be done by when, and what waiting costs. */
export function PlanBar({ plan, slotDays, target }: Props) {
  const t = useTranslations("offering.plan");
  const today = plan.steps.find(({ key }) => key === "today")?.day ?? "";
  return (
    <>
      <Line plan={plan} slotDays={slotDays} target={target} />
      <Table
        caption={t("caption")}
        head={
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("what")}</th>
          </tr>
        }
      >
        {plan.steps.map((step, index) => (
          <tr key={step.key} className={isMissed(step, today) ? "text-bad" : undefined}>
            <td>{index + 1}</td>
            <td>
              <DayText day={step.day} />
            </td>
            <td>
              {t(`step.${step.key}`, { target, ...plan.figures })}
              {step.rule && <span className="text-sm text-muted"> ({step.rule})</span>}
              {isMissed(step, today) && <strong> {t("missed")}</strong>}
            </td>
          </tr>
        ))}
      </Table>
      <Later plan={plan} count={slotDays.length} />
    </>
  );
}

/** Past days count as missed when they are a limit. */
const isMissed = ({ key, day }: PlanStep, today: Day) =>
  day < today && key !== "today" && key !== "pollCloses";

function Later({ plan, count }: { plan: Plan; count: number }) {
  const t = useTranslations("offering.plan");
  if (count === 0) return null;
  const costs = plan.later.some(({ lostByN2, lostByN1 }) => lostByN2 > 0 || lostByN1 > 0);
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t("laterTitle")}</h3>
      {!costs && <p className="text-muted">{t("laterFree", { weeks: plan.later.length })}</p>}
      {costs && (
        <ul className="mt-1 list-disc ps-5">
          {plan.later.map(({ weeks, closesOn, lostByN1, lostByN2, left }) => (
            <li key={weeks}>
              {t("later", { weeks, lostByN1, lostByN2, left, ...plan.figures })} (<DayText day={closesOn} />)
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const WIDTH = 1_000;
const EDGE = 20;

/** The same as a line; its twin is the table below. */
function Line({ plan, slotDays, target }: Props) {
  const t = useTranslations("offering.plan");
  const days = [...plan.steps.map(({ day }) => day), ...slotDays].sort();
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const span = Math.max(1, daysBetween(first, last));
  const x = (day: Day) => EDGE + (daysBetween(first, day) / span) * (WIDTH - 2 * EDGE);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 96`}
      role="img"
      className="mb-2 h-auto w-full min-w-0"
      aria-label={t("line", { target })}
    >
      <title>{t("line", { target })}</title>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={48} y2={48} className="stroke-control" strokeWidth={2} />
      {slotDays.map((day, index) => (
        <circle key={`${day} ${index}`} cx={x(day)} cy={48} r={5} className="fill-accent opacity-60" />
      ))}
      {plan.steps.map((step, index) => {
        const up = index % 2 === 0;
        const y = up ? 24 : 72;
        return (
          <g key={step.key}>
            <title>{t(`step.${step.key}`, { target, ...plan.figures })}</title>
            <line x1={x(step.day)} x2={x(step.day)} y1={48} y2={y} className="stroke-ink" strokeWidth={2} />
            <circle
              cx={x(step.day)}
              cy={y}
              r={13}
              className={step.rule ? "fill-paper stroke-ink" : "fill-ink stroke-ink"}
              strokeWidth={2}
            />
            <text
              x={x(step.day)}
              y={y + 6}
              textAnchor="middle"
              fontSize={16}
              className={step.rule ? "fill-ink" : "fill-paper"}
            >
              {index + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
