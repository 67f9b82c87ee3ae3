import type { NextAuthConfig, Profile } from "next-auth";
import { db } from "#lib/db/client";
import { log } from "#lib/log/log";
import { newToken } from "#lib/secrets/token";
import { settings } from "#lib/settings/settings";
import { makeAdapter } from "./adapter.ts";
import { isSecure, SESSION_DAYS } from "./session-cookie.ts";

/** Name of the one identity provider in accounts and in its callback address, `/api/auth/callback/oidc`. */
export const PROVIDER = "oidc";

/** What the sign-in page says of the identity provider: its name, if it was given one. Null when there is none. */
export function findOfferedProvider(): { readonly name: string | null } | null {
  const { oidc } = settings();
  return oidc && { name: oidc.name };
}

/**
 * How next-auth signs people in with the identity provider of the settings, if there is one.
 *
 * An identity that was here before signs in its person. A new one is tied to the person who has the e-mail address
 * that the provider says it has verified; an identity without such a person gets nothing.
 */
export function makeProviderConfig(device: string): NextAuthConfig {
  const { oidc, authSecret } = settings();
  return {
    secret: authSecret,
    trustHost: true, // AUTH_URL is always set, and wins over every Host header
    basePath: "/api/auth",
    useSecureCookies: isSecure(),
    adapter: makeAdapter(device),
    session: {
      strategy: "database",
      maxAge: SESSION_DAYS * 24 * 3_600,
      generateSessionToken: newToken,
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: oidc ? [describeProvider(oidc)] : [],
    callbacks: {
      signIn: ({ account, profile }) => isKnown(account?.providerAccountId, profile),
    },
    logger: {
      // Only what kind of failure it was: the causes hold addresses and codes.
      error: (error) => log.warn({ kind: error.name }, "sign-in by identity provider failed"),
      warn: () => {},
      debug: () => {},
    },
  };
}

type Oidc = NonNullable<ReturnType<typeof settings>["oidc"]>;

function describeProvider({
  issuer,
  clientId,
  clientSecret,
  name,
}: Oidc): NextAuthConfig["providers"][number] {
  return {
    id: PROVIDER,
    type: "oidc",
    name: name ?? PROVIDER,
    issuer,
    clientId,
    clientSecret,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    idToken: false, // ask for the claims: many providers leave the address out of the token
    allowDangerousEmailAccountLinking: true, // not dangerous here: only verified addresses come this far
    profile: ({ sub, email, name: called }: Profile) => ({
      id: sub ?? null,
      email: email?.toLowerCase() ?? null,
      name: called ?? null,
    }),
    account: () => ({}), // keep none of the provider's tokens
  } as NextAuthConfig["providers"][number];
}

async function isKnown(
  providerAccountId: string | undefined,
  profile: Profile | undefined,
): Promise<boolean> {
  if (!providerAccountId) return false;
  const where = { provider_providerAccountId: { provider: PROVIDER, providerAccountId } };
  if (await db.account.findUnique({ where })) return true;
  if (profile?.email_verified !== true || !profile.email) return false;
  return (await db.person.count({ where: { email: profile.email.toLowerCase() } })) > 0;
}
