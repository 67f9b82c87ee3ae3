"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { SideBadge } from "#components/ui/side-badge";
import { Sides } from "#components/ui/sides";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

/** Somebody asked: name and how far, no address and no single answers. */
export type AskedRow = {
  readonly id: string;
  readonly name: string;
  readonly letter: string;
  readonly state: "none" | "part" | "all";
  readonly note: string;
  readonly hasLink: boolean;
};

type Props = {
  reference: string;
  sides: readonly { readonly letter: string; readonly group: string }[];
  people: readonly AskedRow[];
  /** For co-chairs: revoking and renewing personal links. */
  manage: {
    readonly action: (previous: ActionState, form: FormData) => Promise<ActionState>;
    readonly open: boolean;
  } | null;
};

/** Who has not answered, side by side, with notes; and, for co-chairs, everybody's personal link. */
export function AskedPeople({ reference, sides, people, manage }: Props) {
  const t = useTranslations("scheduling.asked");
  return (
    <>
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
      {manage && <Links reference={reference} people={people} {...manage} />}
    </>
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

function Links({
  reference,
  people,
  action,
  open,
}: Pick<Props, "reference" | "people"> & NonNullable<Props["manage"]>) {
  const t = useTranslations("scheduling.asked");
  const [state, run, pending] = useActionState(action, IDLE);
  const button = (id: string, what: "renew" | "revoke") => (
    <button name="link" value={`${what} ${id}`} aria-disabled={pending} className={buttonClasses("quiet")}>
      {t(what)}
    </button>
  );
  return (
    <details className="mt-6">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {t("links", { count: people.length })}
      </summary>
      <p className="max-w-measure text-muted">{t("linksLead")}</p>
      <form action={run} className="mt-2">
        <input type="hidden" name="reference" value={reference} />
        <ul>
          {people.map(({ id, name, letter, hasLink }) => (
            <li key={id} className="flex flex-wrap items-center gap-3 border-t border-line">
              <SideBadge letter={letter} /> <span className="min-w-40">{name}</span>
              <span className="text-muted">{t(hasLink ? "hasLink" : "noLink")}</span>
              {open && button(id, "renew")}
              {hasLink && button(id, "revoke")}
            </li>
          ))}
        </ul>
        <Answer state={state} />
      </form>
    </details>
  );
}
