"use server";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { signIn } from "#lib/auth/auth";
import { PROVIDER } from "#lib/auth/provider-config";
import { requestSignInLink } from "#lib/auth/request-sign-in-link";
import { linkRequestSchema, useLinkSchema } from "#lib/auth/schema";
import { startSession } from "#lib/auth/start-session";
import { useSignInLink as takeSignInLink } from "#lib/auth/use-sign-in-link";
import { ownPath } from "#lib/kernel/own-path";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { nameBrowser, readBrowser, readDevice, readNetwork } from "#lib/web/asker";

/** Asks for a link. The answer is the same for every address. */
export async function requestLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { email, to } = parseForm(linkRequestSchema, form);
    const asker = { browser: await nameBrowser(), network: await readNetwork() };
    await requestSignInLink({ email, to: ownPath(to, "/home") }, asker);
    redirect("/sign-in/sent");
  }, form);
}

/** Sends the browser to the identity provider, which sends it back. */
export async function signInWithProviderAction(form: FormData): Promise<void> {
  await signIn(PROVIDER, { redirectTo: ownPath(form.get("to"), "/home") });
}

/** Uses a mailed link up and signs this browser in. */
export async function useLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { token, to } = parseForm(useLinkSchema, form);
    const personId = await takeSignInLink({ token, browser: await readBrowser() });
    (await cookies()).set(await startSession(personId, { method: "mail_link", device: await readDevice() }));
    redirect(ownPath(to, "/home") as Route);
  });
}
