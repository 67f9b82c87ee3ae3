"use client";

import { useTranslations } from "next-intl";
import { TextArea, TextField } from "#components/ui/fields";
import { Notice } from "#components/ui/notice";
import { SideBadge } from "#components/ui/side-badge";
import { Taken } from "./taken";
import { TakenArea, TakenChoice, TakenLine } from "./taken-fields";

type Namesakes = readonly { readonly name: string; readonly entity: string }[];

/** The series that a letter proposes. */
export function SeriesFields({ namesakes }: { namesakes: Namesakes }) {
  const t = useTranslations("liaison.fields");
  return (
    <div className="mt-4 grid gap-5">
      <TakenLine name="title" label={t("seriesTitle")} required />
      <TakenArea name="topic" label={t("topic")} rows={2} />
      <TakenArea name="output" label={t("output")} rows={2} />
      <TakenLine name="mandate.reference" label={t("mandate")} />
      <Taken name="mandate.text">
        <TextArea name="mandate.text" label={t("mandateText")} rows={2} />
      </Taken>
      <TakenLine name="target.group" label={t("targetGroup")} />
      <TakenLine name="target.month" label={t("targetMonth")} note={t("monthHint")} />
      <TakenLine name="target.opensOn" label={t("targetOpensOn")} type="date" />
      <TakenLine name="meetingCount" label={t("meetingCount")} type="number" required />
      <TakenChoice
        name="format"
        label={t("format")}
        required
        options={{
          virtual: t("formats.virtual"),
          hybrid: t("formats.hybrid"),
          physical: t("formats.physical"),
        }}
      />
      <SideFields letter="A" index={0} namesakes={namesakes} />
      <SideFields letter="B" index={1} namesakes={namesakes} />
    </div>
  );
}

function SideFields({ letter, index, namesakes }: { letter: string; index: number; namesakes: Namesakes }) {
  const t = useTranslations("liaison.fields");
  return (
    <fieldset className="grid gap-4 border-t border-line pt-4">
      <legend className="pe-3">
        <SideBadge letter={letter} />
      </legend>
      <TakenLine name={`sides.${index}.group`} label={t("group")} required />
      <TakenLine name={`sides.${index}.questions`} label={t("questions")} note={t("commas")} />
      <TakenLine name={`sides.${index}.coChair.name`} label={t("coChair")} />
      <TakenLine name={`sides.${index}.coChair.office`} label={t("office")} />
      <Taken name={`sides.${index}.coChair.email`}>
        <TextField
          name={`sides.${index}.coChair.email`}
          type="email"
          label={t("email")}
          hint={t("emailHint")}
          maxLength={254}
        />
      </Taken>
      {index === 0 && <KnownNames namesakes={namesakes} />}
    </fieldset>
  );
}

/** People known by a co-chair's name, to tell them apart; which one is meant, the e-mail address says. */
function KnownNames({ namesakes }: { namesakes: Namesakes }) {
  const t = useTranslations("liaison.fields");
  if (namesakes.length === 0) return null;
  return (
    <Notice tone="info" title={t("known")}>
      <ul>
        {namesakes.map(({ name, entity }, at) => (
          <li key={at}>{entity ? `${name}, ${entity}` : name}</li>
        ))}
      </ul>
    </Notice>
  );
}
