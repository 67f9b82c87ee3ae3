import { getLocale } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell";
import { BrowserWords } from "#components/shell/words";
import { maySeePeople } from "#lib/people/domain/policy";
import { findCurrentActor } from "#lib/web/session";
import { chooseThemeAction, signOutAction } from "./actions";
import { DemoBanner } from "./demo-banner";

/** The frame around a page, with what it needs to know of the reader. */
export async function Frame({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  const person = await findCurrentActor();
  return (
    <BrowserWords locale={await getLocale()}>
      <Shell
        person={person && { name: person.name, seesPeople: maySeePeople(person) }}
        theme={theme === "light" || theme === "dark" ? theme : "system"}
        actions={{ chooseTheme: chooseThemeAction, signOut: signOutAction }}
        banner={<DemoBanner />}
      >
        {children}
      </Shell>
    </BrowserWords>
  );
}
