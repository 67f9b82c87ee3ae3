"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

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
  redirect("/");
}
