"use server";

import { refresh } from "next/cache";
import {
  editSeriesFormSchema,
  endPartSchema,
  endSeriesSchema,
  inviteParticipantsFormSchema,
  presentReportSchema,
  putForwardCoChairSchema,
  recordConsentSchema,
  submitReportSchema,
  welcomeCoChairSchema,
} from "#lib/series/schema";
import { closeSeries } from "#lib/series/usecases/close-series";
import { editSeries } from "#lib/series/usecases/edit-series";
import { endPart } from "#lib/series/usecases/end-part";
import { inviteParticipants } from "#lib/series/usecases/invite-participants";
import { presentReport } from "#lib/series/usecases/present-report";
import { putForwardCoChair } from "#lib/series/usecases/put-forward-co-chair";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { submitReport } from "#lib/series/usecases/submit-report";
import { welcomeCoChair } from "#lib/series/usecases/welcome-co-chair";
import { withdrawSeries } from "#lib/series/usecases/withdraw-series";
import { say } from "#lib/kernel/words";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function recordConsentAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await recordConsent(await requireActor(), parseForm(recordConsentSchema, form));
    refresh();
    return "series.done.consent";
  }, form);
}

export async function welcomeCoChairAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await welcomeCoChair(await requireActor(), parseForm(welcomeCoChairSchema, form));
    refresh();
    return "series.done.welcome";
  }, form);
}

export async function putForwardCoChairAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await putForwardCoChair(await requireActor(), parseForm(putForwardCoChairSchema, form));
    refresh();
    return "series.done.coChair";
  }, form);
}

export async function editSeriesAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await editSeries(await requireActor(), parseForm(editSeriesFormSchema, form));
    refresh();
    return "series.done.facts";
  }, form);
}

export async function withdrawSeriesAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await withdrawSeries(await requireActor(), parseForm(endSeriesSchema, form));
    refresh();
    return "series.done.withdrawn";
  }, form);
}

export async function closeSeriesAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await closeSeries(await requireActor(), parseForm(endSeriesSchema, form));
    refresh();
    return "series.done.closed";
  }, form);
}

export async function inviteParticipantsAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const count = await inviteParticipants(
      await requireActor(),
      parseForm(inviteParticipantsFormSchema, form),
    );
    refresh();
    return say("series.done.invited", { count });
  }, form);
}

export async function endPartAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await endPart(await requireActor(), parseForm(endPartSchema, form));
    refresh();
    return "series.done.partEnded";
  }, form);
}

export async function presentReportAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await presentReport(await requireActor(), parseForm(presentReportSchema, form));
    refresh();
    return "series.done.presented";
  }, form);
}

export async function submitReportAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await submitReport(await requireActor(), parseForm(submitReportSchema, form));
    refresh();
    return "series.done.submitted";
  }, form);
}
