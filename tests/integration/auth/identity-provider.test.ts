import { Auth } from "@auth/core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeProviderConfig } from "#lib/auth/provider-config";
import { findSignedIn } from "#lib/auth/session";
import { db } from "#lib/db/client";
import { hashToken } from "#lib/secrets/token";
import { BrowserJar } from "../../support/browser-jar.ts";
import { emptyDatabase } from "../../support/clean.ts";
import { type IdentityProvider, startIdentityProvider } from "../../support/identity-provider.ts";
import { fixTestSettings } from "../../support/settings.ts";

const BASE = "http://localhost:3000";
const CALLBACK = `${BASE}/api/auth/callback/oidc`;
const ANA = { sub: "ana-at-idp", email: "Ana@Example.org", email_verified: true, name: "Ana" };

let provider: IdentityProvider;
let ana: string;
beforeAll(async () => {
  provider = await startIdentityProvider(CALLBACK);
  const { issuer, clientId, clientSecret } = provider;
  fixTestSettings({ baseUrl: BASE, oidc: { issuer, clientId, clientSecret, name: "Example" } });
});
afterAll(async () => {
  await provider.close();
  await db.$disconnect();
});
beforeEach(async () => {
  await emptyDatabase();
  ana = (await db.person.create({ data: { email: "ana@example.org", name: "Ana" } })).id;
});

/** One request to next-auth's own handler, with the cookies of the jar. */
async function ours(jar: BrowserJar, url: string | URL, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), cookie: jar.header(BASE) };
  const response = await Auth(new Request(url, { ...init, headers }), makeProviderConfig("Firefox, Linux"));
  return jar.keep(BASE, response);
}

/** Starts at our sign-in, and stops at the address that the provider sends the browser back to. */
async function goToProvider(jar: BrowserJar): Promise<{ asked: URL; back: URL }> {
  const { csrfToken } = (await (await ours(jar, `${BASE}/api/auth/csrf`)).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, callbackUrl: `${BASE}/series` });
  const started = await ours(jar, `${BASE}/api/auth/signin/oidc`, { method: "POST", body });
  const asked = new URL(started.headers.get("location") ?? "");
  const { url } = await jar.follow(asked.href, (at) => at.href.startsWith(CALLBACK));
  return { asked, back: url };
}

async function signIn(jar = new BrowserJar()): Promise<{ jar: BrowserJar; to: string | null }> {
  const { back } = await goToProvider(jar);
  const response = await ours(jar, back);
  return { jar, to: response.headers.get("location") };
}

const whoIs = async (jar: BrowserJar) => (await findSignedIn(jar.header(BASE)))?.id ?? null;

describe("sign-in by an identity provider", () => {
  it("signs the person with the verified address in, and stores of session and identity only what it needs", async () => {
    provider.signInAs(ANA);
    const { jar, to } = await signIn();
    expect(to).toBe(`${BASE}/series`);
    expect(await whoIs(jar)).toBe(ana);
    const [session] = await db.session.findMany();
    expect(session).toMatchObject({
      ...{ personId: ana, method: "identity_provider", device: "Firefox, Linux" },
      tokenHash: hashToken(jar.get(BASE, "authjs.session-token") ?? ""),
    });
    expect(await db.account.findMany()).toEqual([
      expect.objectContaining({
        ...{ personId: ana, provider: "oidc", providerAccountId: "ana-at-idp", type: "oidc" },
        ...{ access_token: null, refresh_token: null, id_token: null },
      }),
    ]);
  });

  it("asks with PKCE, state and nonce, for no more than address and name", async () => {
    provider.signInAs(ANA);
    const { asked } = await goToProvider(new BrowserJar());
    const query = Object.fromEntries(asked.searchParams);
    expect(query).toMatchObject({
      ...{ response_type: "code", code_challenge_method: "S256", redirect_uri: CALLBACK },
      ...{ scope: "openid email profile", client_id: "liaise" },
    });
    for (const check of ["code_challenge", "state", "nonce"]) expect(query[check]).toMatch(/^.{20,}$/);
  });

  it("knows the identity again, also when its address changed meanwhile", async () => {
    provider.signInAs(ANA);
    await signIn();
    provider.signInAs({ ...ANA, email: "ana.new@example.org", email_verified: false });
    const { jar } = await signIn();
    expect(await whoIs(jar)).toBe(ana);
    expect([await db.account.count(), await db.person.count()]).toEqual([1, 1]);
  });

  it.each([
    ["whose address nobody here has", { ...ANA, sub: "eve", email: "eve@example.org" }],
    ["whose address the provider did not verify", { ...ANA, sub: "eve", email_verified: false }],
  ])("gives nothing to an identity %s", async (_case, identity) => {
    provider.signInAs(identity);
    const { jar, to } = await signIn();
    expect(to).toBe(`${BASE}/sign-in?error=AccessDenied`);
    expect(await whoIs(jar)).toBeNull();
    expect([await db.account.count(), await db.session.count(), await db.person.count()]).toEqual([0, 0, 1]);
  });

  it("does not tie an identity to whoever happens to be signed in", async () => {
    const bo = await db.person.create({ data: { email: "bo@example.org", name: "Bo" } });
    provider.signInAs(ANA);
    const { jar } = await signIn();
    provider.signInAs({ ...ANA, sub: "bo-at-idp", email: "bo@example.org" });
    jar.forget(provider.issuer); // there she signed out
    await signIn(jar);
    expect(await whoIs(jar)).toBe(bo.id);
    const accounts = await db.account.findMany({ orderBy: { providerAccountId: "asc" } });
    expect(accounts.map((account) => [account.providerAccountId, account.personId])).toEqual([
      ["ana-at-idp", ana],
      ["bo-at-idp", bo.id],
    ]);
  });

  it("refuses an answer that another browser asked for", async () => {
    provider.signInAs(ANA);
    const { back } = await goToProvider(new BrowserJar());
    const victim = new BrowserJar();
    await goToProvider(victim); // has cookies of its own
    const response = await ours(victim, back);
    expect(response.headers.get("location")).toMatch(`${BASE}/sign-in?error=`);
    expect(await whoIs(victim)).toBeNull();
    expect(await db.session.count()).toBe(0);
  });

  it("refuses an answer a second time", async () => {
    provider.signInAs(ANA);
    const jar = new BrowserJar();
    const { back } = await goToProvider(jar);
    const kept = jar.header(BASE);
    await ours(jar, back);
    expect(await whoIs(jar)).toBe(ana);
    const again = await Auth(new Request(back, { headers: { cookie: kept } }), makeProviderConfig(""));
    expect(again.headers.get("location")).toMatch(`${BASE}/sign-in?error=`);
    expect(await db.session.count()).toBe(1);
  });

  it("leads to no other host afterwards", async () => {
    provider.signInAs(ANA);
    const jar = new BrowserJar();
    const { csrfToken } = (await (await ours(jar, `${BASE}/api/auth/csrf`)).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken, callbackUrl: "https://evil.example/" });
    const started = await ours(jar, `${BASE}/api/auth/signin/oidc`, { method: "POST", body });
    const { url } = await jar.follow(started.headers.get("location") ?? "", (at) =>
      at.href.startsWith(CALLBACK),
    );
    const response = await ours(jar, url);
    expect(response.headers.get("location")).toBe(BASE);
    expect(await whoIs(jar)).toBe(ana);
  });
});
