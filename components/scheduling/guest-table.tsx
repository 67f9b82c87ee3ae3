"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useActionState } from "react";
import { buttonClasses } from "#components/ui/button";
import { SideBadge } from "#components/ui/side-badge";
import { Table } from "#components/ui/table";
import { fieldsOfPoll, pathOfPoll, type PollKey } from "#lib/scheduling/domain/which-poll";
import { type ActionState, IDLE } from "#lib/web/action-state";
import { Answer } from "./slot-offer";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** Somebody who is asked: no address and no single answers. */
export type GuestTableRow = {
  readonly personId: string;
  readonly inviteeId: string | null;
  readonly name: string;
  readonly entity: string;
  readonly timeZone: string;
  readonly letter: string;
  readonly state: "none" | "part" | "all";
  readonly required: boolean;
  readonly hasLink: boolean;
  /** Who entered the answers and when, in words; empty when the person answered. */
  readonly entered: string;
};

type Props = {
  poll: PollKey;
  people: readonly GuestTableRow[];
  phase: "draft" | "open" | "closed" | "decided";
  /** Co-chairs mark who is required and look after links. */
  mayRun: boolean;
  /** The secretariat enters answers for others. */
  mayEnter: boolean;
  actions: { readonly link: Action; readonly required: Action; readonly remove: Action };
};

/** Everybody who is asked, with how far they are, who is required, and the personal links. */
export function GuestTable({ poll, people, phase, mayRun, mayEnter, actions }: Props) {
  const t = useTranslations("scheduling.inviting");
  const [requiredState, runRequired, pending] = useActionState(actions.required, IDLE);
  const [linkState, runLink] = useActionState(actions.link, IDLE);
  const [removeState, runRemove] = useActionState(actions.remove, IDLE);
  // Whom a small poll asks, and who is required in it, was said for the series.
  const changes = poll.sequence === undefined && (phase === "draft" || phase === "open");
  const mayRequire = mayRun && poll.sequence === undefined;
  const head = ["name", "answer", ...(mayRequire ? (["required"] as const) : []), "link"] as const;
  const hidden = Object.entries(fieldsOfPoll(poll)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <>
      <form id="guest-links" action={runLink}>
        {hidden}
      </form>
      <form id="guest-removal" action={runRemove}>
        {hidden}
      </form>
      <form action={runRequired} key={people.map(({ required }) => Number(required)).join("")}>
        {hidden}
        <Table
          caption={t("caption")}
          head={
            <tr>
              {head.map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          }
        >
          {people.map((person) => (
            <tr key={person.personId}>
              <Name person={person} tellsRequired={!mayRequire} />
              <AnswerCell {...{ poll, person }} mayEnter={mayEnter && phase === "open"} />
              {mayRequire && <RequiredCell person={person} disabled={!changes} />}
              <LinkCell {...{ person, phase, mayRun, changes }} />
            </tr>
          ))}
        </Table>
        <div className="mt-3">
          <Answer state={linkState} />
          <Answer state={removeState} />
          <Answer state={requiredState} />
        </div>
        {mayRequire && changes && (
          <button aria-disabled={pending} className={buttonClasses("secondary", "mt-3")}>
            {t("saveRequired")}
          </button>
        )}
      </form>
    </>
  );
}

function Name({ person, tellsRequired }: { person: GuestTableRow; tellsRequired: boolean }) {
  const t = useTranslations("scheduling.inviting");
  return (
    <th scope="row">
      <SideBadge letter={person.letter} /> {person.name}
      <span className="block text-sm font-normal text-muted">
        {[person.entity, person.timeZone, tellsRequired && person.required ? t("required") : ""]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </th>
  );
}

function AnswerCell({ poll, person, mayEnter }: AnswerProps) {
  const t = useTranslations("scheduling.inviting");
  return (
    <td>
      {t(`state.${person.state}`)}
      {person.entered && <span className="block text-sm text-muted">{person.entered}</span>}
      {mayEnter && person.inviteeId && (
        <Link
          className="block"
          href={`/series/${poll.reference}${pathOfPoll(poll)}/people/${person.inviteeId}` as never}
        >
          {t("enter", { name: person.name })}
        </Link>
      )}
    </td>
  );
}

type AnswerProps = { poll: PollKey; person: GuestTableRow; mayEnter: boolean };

function RequiredCell({ person, disabled }: { person: GuestTableRow; disabled: boolean }) {
  const t = useTranslations("scheduling.inviting");
  return (
    <td>
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          name="required[]"
          value={person.personId}
          defaultChecked={person.required}
          disabled={disabled}
          className="size-5 accent-accent"
        />
        <span className="sr-only">{t("isRequired", { name: person.name })}</span>
      </label>
    </td>
  );
}

function LinkCell({ person, phase, mayRun, changes }: LinkProps) {
  const t = useTranslations("scheduling.inviting");
  const asked = useTranslations("scheduling.asked");
  const { inviteeId, name, hasLink } = person;
  if (!inviteeId) return <td className="text-muted">{t("whenOpened")}</td>;
  const button = (form: string, value: string, label: string) => (
    <button form={form} name="link" value={value} className={buttonClasses("quiet")}>
      {label} <span className="sr-only">{t("of", { name })}</span>
    </button>
  );
  return (
    <td>
      <span className="text-muted">
        {phase === "draft" ? t("whenOpened") : asked(hasLink ? "hasLink" : "noLink")}
      </span>{" "}
      {mayRun && phase === "open" && button("guest-links", `renew ${inviteeId}`, asked("renew"))}
      {mayRun && hasLink && button("guest-links", `revoke ${inviteeId}`, asked("revoke"))}
      {changes && person.state === "none" && button("guest-removal", inviteeId, t("remove"))}
    </td>
  );
}

type LinkProps = { person: GuestTableRow; phase: Props["phase"]; mayRun: boolean; changes: boolean };
