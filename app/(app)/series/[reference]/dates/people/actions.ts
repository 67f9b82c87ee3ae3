"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { CsvInvitationState } from "#components/scheduling/csv-invitation";
import { isAppError } from "#lib/kernel/errors";
import { say, type Words } from "#lib/kernel/words";
import {
  addReminderSchema,
  answerPollSchema,
  inviteByCsvSchema,
  inviteByRoleSchema,
  inviteeSchema,
  mergeInviteesSchema,
  pollSchema,
  removeReminderSchema,
  requiredPeopleSchema,
} from "#lib/scheduling/schema";
import { makeGeneralLink, withdrawGeneralLink } from "#lib/scheduling/usecases/change-general-link";
import { enterAnswers } from "#lib/scheduling/usecases/enter-answers";
import { inviteByCsv, type InvitationPreview, previewCsv } from "#lib/scheduling/usecases/invite-by-csv";
import { inviteByRole } from "#lib/scheduling/usecases/invite-by-role";
import { mergeInvitees } from "#lib/scheduling/usecases/merge-invitees";
import { removeInvitee } from "#lib/scheduling/usecases/remove-invitee";
import { addReminder, removeReminder } from "#lib/scheduling/usecases/set-reminders";
import { setRequired } from "#lib/scheduling/usecases/set-required";
import { act } from "#lib/web/act";
import { parseInput, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function inviteByRoleAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, inviteByRoleSchema, async (actor, input) =>
    say("scheduling.inviting.invited", { people: await inviteByRole(actor, input) }),
  );
}

export async function setRequiredAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, requiredPeopleSchema, async (actor, input) => {
    await setRequired(actor, input);
    return say("scheduling.inviting.requiredSaved", { people: input.required.length });
  });
}

export async function removeInviteeAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = { reference: form.get("reference"), inviteeId: form.get("link") };
    await removeInvitee(actor, parseInput(inviteeSchema, input));
    refresh();
    return "scheduling.inviting.removed";
  }, form);
}

export async function mergeInviteesAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const [keepId, mergeId] = String(form.get("pair") ?? "").split(" ");
    const input = { reference: form.get("reference"), keepId, mergeId };
    await mergeInvitees(actor, parseInput(mergeInviteesSchema, input));
    refresh();
    return "scheduling.inviting.merged";
  }, form);
}

export async function addReminderAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, addReminderSchema, async (actor, input) => {
    await addReminder(actor, input);
    return "scheduling.reminding.added";
  });
}

export async function removeReminderAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, removeReminderSchema, async (actor, input) => {
    await removeReminder(actor, input);
    return "scheduling.reminding.removed";
  });
}

/** Makes or withdraws the general link. Its address is told in the answer, this once. */
export async function generalLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return act(form, pollSchema, async (actor, input) => {
    if (form.get("do") === "make")
      return say("scheduling.general.made", { link: await makeGeneralLink(actor, input) });
    await withdrawGeneralLink(actor, input);
    return "scheduling.general.withdrawn";
  });
}

/** Keeps what somebody told the secretariat. */
export async function enterAnswersAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const entry = parseInput(inviteeSchema, {
      ...{ reference: form.get("reference"), inviteeId: form.get("inviteeId") },
      sequence: form.get("sequence") ?? undefined,
    });
    const answers = [...form].filter(([name, value]) => name.startsWith("answer.") && value !== "");
    const input = parseInput(answerPollSchema, {
      ...{
        slotsVersion: form.get("slotsVersion"),
        version: form.get("version"),
        note: form.get("note") ?? "",
      },
      seen: String(form.get("seen") ?? "")
        .split(" ")
        .filter(Boolean),
      answers: Object.fromEntries(answers.map(([name, value]) => [name.slice("answer.".length), value])),
    });
    await enterAnswers(actor, entry, { input });
    refresh();
    return "scheduling.entering.saved";
  }, form);
}

/** Shows what a list of people would do, or does it when the preview was seen. What was given comes back either way. */
export async function inviteByCsvAction(_: CsvInvitationState, form: FormData): Promise<CsvInvitationState> {
  const translate = await getTranslations();
  const render = (words: Words) => translate(words.key, words.values);
  const csv = await textOf(form);
  try {
    const actor = await requireActor();
    const fingerprint = String(form.get("fingerprint") ?? "");
    const input = parseInput(inviteByCsvSchema, { reference: form.get("reference"), csv, fingerprint });
    if (form.get("step") !== "invite") return shown(csv, await previewCsv(actor, input), render);
    const people = await inviteByCsv(actor, { ...input, fingerprint });
    refresh();
    const text = translate("scheduling.inviting.invited", { people });
    return { csv: "", plan: null, fingerprint: "", message: { tone: "ok", text } };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const text = render(error.fields.csv?.[0] ?? error.words);
    return { csv: csv.slice(0, MOST_KEPT), plan: null, fingerprint: "", message: { tone: "bad", text } };
  }
}

/** More than that is refused, and not sent back. */
const MOST_KEPT = 1_000_000;

async function textOf(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_KEPT) return " ".repeat(MOST_KEPT + 1);
    return new TextDecoder().decode(await file.arrayBuffer());
  }
  const text = form.get("csv");
  return typeof text === "string" ? text : "";
}

function shown(
  csv: string,
  preview: InvitationPreview,
  render: (words: Words) => string,
): CsvInvitationState {
  const { unchanged, fingerprint } = preview;
  const errors = preview.errors.map(({ line, words }) => ({ line, text: render(words) }));
  const added = preview.added.map(({ line, name, entity, letter, zone }) => ({
    ...{ line, name, entity, letter, zone },
  }));
  return { csv, fingerprint, plan: { added, unchanged, errors }, message: null };
}
