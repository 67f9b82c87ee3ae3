"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import {
  draftAnnouncementSchema,
  editAnnouncementSchema,
  issueAnnouncementSchema,
  retryMailSchema,
} from "#lib/announcements/schema";
import { draftAnnouncement } from "#lib/announcements/usecases/draft-announcement";
import { editAnnouncement } from "#lib/announcements/usecases/edit-announcement";
import { issueAnnouncement } from "#lib/announcements/usecases/issue-announcement";
import { retryAnnouncementMail } from "#lib/announcements/usecases/retry-announcement-mail";
import { say } from "#lib/kernel/words";
import { waiveFindingSchema } from "#lib/waivers/schema";
import { waiveFinding } from "#lib/waivers/usecases/waive-finding";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function draftAnnouncementAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const input = parseForm(draftAnnouncementSchema, form);
    const number = await draftAnnouncement(actor, input);
    redirect(`/series/${encodeURIComponent(input.reference)}/announcements/${number}` as never);
  }, form);
}

export async function editAnnouncementAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await editAnnouncement(actor, parseForm(editAnnouncementSchema, form));
    refresh();
    return "announcements.page.saved";
  }, form);
}

export async function issueAnnouncementAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const mails = await issueAnnouncement(actor, parseForm(issueAnnouncementSchema, form));
    refresh();
    return say("announcements.page.issued", { mails });
  }, form);
}

export async function retryMailAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await retryAnnouncementMail(actor, parseForm(retryMailSchema, form));
    refresh();
    return "announcements.page.retried";
  }, form);
}

export async function waiveFindingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await waiveFinding(actor, parseForm(waiveFindingSchema, form));
    refresh();
    return "announcements.page.waived";
  }, form);
}
