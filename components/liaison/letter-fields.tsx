"use client";

import { useTranslations } from "next-intl";
import { CheckboxField, TextField } from "#components/ui/fields";
import { Taken, useTaken } from "./taken";
import { TakenArea, TakenChoice, TakenLine } from "./taken-fields";

/** What the register keeps of a letter. */
export function LetterFields() {
  const t = useTranslations("liaison.fields");
  return (
    <>
      <TakenLine name="letter.title" label={t("title")} required />
      <Taken name="letter.number">
        <TextField name="letter.number" label={t("number")} hint={t("numberHint")} maxLength={100} />
      </Taken>
      <TakenChoice
        name="letter.direction"
        label={t("direction")}
        options={{ i: t("directions.i"), o: t("directions.o") }}
      />
      <IsReply />
      <TakenLine name="letter.from" label={t("from")} note={t("commas")} required />
      <TakenLine name="letter.toAction" label={t("toAction")} />
      <TakenLine name="letter.toInformation" label={t("toInformation")} />
      <TakenLine name="letter.toComment" label={t("toComment")} />
      <TakenLine name="letter.toUnstated" label={t("toUnstated")} />
      <TakenLine name="letter.questions" label={t("questions")} note={t("commas")} />
      <TakenLine name="letter.deadline" label={t("deadline")} type="date" />
      <ApprovalFields />
      <TakenArea name="letter.contacts" label={t("contacts")} note={t("contactsHint")} />
      <TakenArea name="letter.abstract" label={t("abstract")} rows={5} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Taken name="letter.sentOn">
          <TextField name="letter.sentOn" label={t("sentOn")} type="date" />
        </Taken>
        <Taken name="letter.receivedOn">
          <TextField name="letter.receivedOn" label={t("receivedOn")} type="date" />
        </Taken>
      </div>
    </>
  );
}

function IsReply() {
  const t = useTranslations("liaison.fields");
  const { value, hint } = useTaken("letter.isReply");
  return (
    <Taken name="letter.isReply">
      <CheckboxField name="letter.isReply" label={t("isReply")} hint={hint} defaultChecked={value === "on"} />
    </Taken>
  );
}

function ApprovalFields() {
  const t = useTranslations("liaison.fields");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-semibold">{t("approval")}</legend>
      <TakenChoice
        name="letter.approval.level"
        label={t("level")}
        options={{ SG: t("levels.SG"), WP: t("levels.WP"), Q: t("levels.Q"), TSAG: t("levels.TSAG") }}
      />
      <TakenLine name="letter.approval.body" label={t("body")} />
      <TakenChoice
        name="letter.approval.method"
        label={t("method")}
        options={{ meeting: t("methods.meeting"), correspondence: t("methods.correspondence") }}
      />
      <TakenLine name="letter.approval.date" label={t("date")} type="date" />
    </fieldset>
  );
}
