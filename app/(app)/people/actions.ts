"use server";

import { refresh } from "next/cache";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { changeAddress } from "#lib/auth/change-address";
import { changeAddressSchema } from "#lib/auth/schema";
import { endRoleSchema, giveRoleSchema, inviteSchema } from "#lib/people/schema";
import { endRole } from "#lib/people/usecases/end-role";
import { giveRole } from "#lib/people/usecases/give-role";
import { invitePerson } from "#lib/people/usecases/invite-person";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { requireActor } from "#lib/web/session";

export async function invitePersonAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    const id = await invitePerson(actor, parseForm(inviteSchema, form));
    redirect(`/people/${id}` as Route);
  }, form);
}

export async function giveRoleAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await giveRole(actor, parseForm(giveRoleSchema, form));
    refresh();
    return "people.roleGiven";
  }, form);
}

export async function endRoleAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await endRole(actor, parseForm(endRoleSchema, form));
    refresh();
    return "people.roleEnded";
  }, form);
}

export async function changeAddressAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const actor = await requireActor();
    await changeAddress(actor, parseForm(changeAddressSchema, form));
    refresh();
    return "people.address.changed";
  }, form);
}
