import { useTranslations } from "next-intl";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";

/** Somebody asked: name and how far, no address and no single answers. */
export type AskedRow = {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly state: "none" | "part" | "all";
  readonly note: string;
};

type Props = {
  sides: readonly { readonly letter: string; readonly group: string }[];
  people: readonly AskedRow[];
};

/** Who has not answered, side by side, with notes. Those who answered all are counted, not listed. */
export function AskedPeople({ sides, people }: Props) {
  const t = useTranslations("scheduling.asked");
  return (
    <Sides>
      {sides.map(({ letter, group }) => {
        const ofSide = people.filter((person) => person.letter === letter);
        const missing = ofSide.filter(({ state }) => state === "none");
        return (
          <div key={letter}>
            <h3 className="flex flex-wrap items-baseline gap-2">
              <SideBadge letter={letter} name={group} />
              {t("count", { answered: ofSide.length - missing.length, asked: ofSide.length })}
            </h3>
            {missing.length > 0 && (
              <p className="mt-2">
                <span className="text-muted">{t("missing")}</span>{" "}
                {missing.map(({ name }) => name).join(", ")}
              </p>
            )}
            <Partly people={ofSide} />
            <Notes people={ofSide} />
          </div>
        );
      })}
    </Sides>
  );
}

function Partly({ people }: { people: readonly AskedRow[] }) {
  const t = useTranslations("scheduling.asked");
  const names = people.filter(({ state }) => state === "part").map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <p className="mt-1">
      <span className="text-muted">{t("partly")}</span> {names.join(", ")}
    </p>
  );
}

function Notes({ people }: { people: readonly AskedRow[] }) {
  const noted = people.filter(({ note }) => note !== "");
  if (noted.length === 0) return null;
  return (
    <dl className="mt-2">
      {noted.map(({ id, name, note }) => (
        <div key={id} className="mt-1">
          <dt className="inline text-muted">{name}: </dt>
          <dd className="inline whitespace-pre-line" dir="auto">
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}
