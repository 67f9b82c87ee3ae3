import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { buttonClasses } from "#components/ui/button";
import { SideBadge } from "#components/ui/side-badge";
import { type Aims, MOST_DAYS } from "#lib/decisions/domain/aims";

export type ControlFacts = {
  readonly meetingCount: number;
  readonly sides: readonly { readonly letter: string; readonly group: string; readonly people: number }[];
  readonly hasLedger: boolean;
};

const CONTROL = "min-h-11 w-full rounded-sm border border-control bg-surface px-3 py-2 text-ink";

/** What is looked for: order of measures, gaps, window, quorum, reach. Fields of a form that works without scripts. */
export function ChooserControls({ aims, facts }: { aims: Aims; facts: ControlFacts }) {
  const t = useTranslations("decisions.controls");
  return (
    <>
      <MeasureOrder aims={aims} />
      <Slider name="gap" label={t("gap")} value={aims.minGapDays} most={30}>
        {t("days", { days: aims.minGapDays })}
      </Slider>
      {facts.sides.map(({ letter, group, people }) => (
        <Slider
          key={letter}
          name={`quorum.${letter}`}
          label={
            <>
              <SideBadge letter={letter} name={group} /> {t("quorum")}
            </>
          }
          value={aims.quorum[letter] ?? 0}
          most={people}
        >
          {t("people", { count: aims.quorum[letter] ?? 0, people })}
        </Slider>
      ))}
      <Slider name="reach" label={t("reach")} value={aims.reachOf} least={1} most={facts.meetingCount}>
        {t("reachOf", { count: aims.reachOf, meetings: facts.meetingCount })}
      </Slider>
      <div className="grid grid-cols-2 gap-3">
        <NumberBox name="week" label={t("week")} value={aims.maxPerWeek} />
        <NumberBox name="gapMax" label={t("gapMax")} value={aims.maxGapDays} />
        <Labelled label={t("from")}>
          {(id) => (
            <input id={id} type="date" name="from" defaultValue={aims.notBefore ?? ""} className={CONTROL} />
          )}
        </Labelled>
        <Labelled label={t("until")}>
          {(id) => (
            <input id={id} type="date" name="until" defaultValue={aims.notAfter ?? ""} className={CONTROL} />
          )}
        </Labelled>
      </div>
      {facts.hasLedger ? (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="carry"
            value="yes"
            defaultChecked={aims.carry}
            className="size-5 accent-accent"
          />
          {t("carry")}
        </label>
      ) : (
        <input type="hidden" name="carry" value={aims.carry ? "yes" : "no"} />
      )}
    </>
  );
}

/** The measures in their order, each but the first with a button that moves it up. */
function MeasureOrder({ aims }: { aims: Aims }) {
  const t = useTranslations("decisions.controls");
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t("order")}</legend>
      <input type="hidden" name="order" value={aims.order.join(" ")} readOnly />
      <ol>
        {aims.order.map((measure, index) => (
          <li key={measure} className="flex min-h-11 items-center gap-2">
            <span className="w-5 text-muted tabular-nums">{index + 1}</span>
            <span className="flex-1">{t(`measure.${measure}`)}</span>
            {index > 0 && (
              <button
                name="up"
                value={measure}
                aria-label={t("up", { measure: t(`measure.${measure}`) })}
                className={buttonClasses("quiet", "min-w-11 no-underline")}
              >
                ↑
              </button>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Labelled({ label, children }: { label: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

type SliderProps = {
  name: string;
  label: ReactNode;
  value: number;
  least?: number;
  most: number;
  children: ReactNode;
};

function Slider({ name, label, value, least = 0, most, children }: SliderProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="range"
            name={name}
            min={least}
            max={Math.max(most, value)}
            defaultValue={value}
            className="block h-11 w-full accent-accent"
          />
          <output htmlFor={id} className="text-sm text-muted tabular-nums">
            {children}
          </output>
        </>
      )}
    </Labelled>
  );
}

function NumberBox({ name, label, value }: { name: string; label: ReactNode; value: number | null }) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          name={name}
          min={1}
          max={MOST_DAYS}
          defaultValue={value ?? ""}
          className={CONTROL}
        />
      )}
    </Labelled>
  );
}
