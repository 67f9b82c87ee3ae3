"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addressOf } from "#lib/groups/domain/reference";
import {
  addGroupSchema,
  addMeetingSchema,
  removeGroupSchema,
  removeMeetingSchema,
  updateGroupSchema,
  updateMeetingSchema,
} from "#lib/groups/schema";
import { addGroup } from "#lib/groups/usecases/add-group";
import { addGroupMeeting } from "#lib/groups/usecases/add-group-meeting";
import { removeGroup } from "#lib/groups/usecases/remove-group";
import { removeGroupMeeting } from "#lib/groups/usecases/remove-group-meeting";
import { updateGroup } from "#lib/groups/usecases/update-group";
import { updateGroupMeeting } from "#lib/groups/usecases/update-group-meeting";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function updateGroupAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await updateGroup(await requireActor(), parseForm(updateGroupSchema, form));
    refresh();
    return "groups.saved";
  }, form);
}

export async function addGroupAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const reference = await addGroup(await requireActor(), parseForm(addGroupSchema, form));
    redirect(`/groups/${addressOf(reference)}` as Route);
  }, form);
}

export async function removeGroupAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await removeGroup(await requireActor(), parseForm(removeGroupSchema, form).groupId);
    redirect("/groups");
  }, form);
}

export async function addMeetingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await addGroupMeeting(await requireActor(), parseForm(addMeetingSchema, form));
    refresh();
    return "groups.meetingAdded";
  }, form);
}

export async function updateMeetingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await updateGroupMeeting(await requireActor(), parseForm(updateMeetingSchema, form));
    refresh();
    return "groups.saved";
  }, form);
}

export async function removeMeetingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await removeGroupMeeting(await requireActor(), parseForm(removeMeetingSchema, form).meetingId);
    refresh();
    return "groups.meetingRemoved";
  }, form);
}
