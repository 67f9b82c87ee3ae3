"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { sessionCookieName } from "#lib/auth/session-cookie";
import { endCurrentSession } from "#lib/auth/sessions";

/** Remembers light or dark for this browser; anything else means as the device says. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  const theme = form.get("theme");
  const jar = await cookies();
  if (theme === "light" || theme === "dark") {
    jar.set("theme", theme, { maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true });
  } else {
    jar.delete("theme");
  }
}

/** Ends the session of this browser. */
export async function signOutAction(): Promise<void> {
  await endCurrentSession((await headers()).get("cookie"));
  (await cookies()).delete(sessionCookieName());
  redirect("/");
}
