import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findSignedIn } from "#lib/auth/session";
import { endCurrentSession, endSessions, listSessions } from "#lib/auth/sessions";
import { startSession } from "#lib/auth/start-session";
import { db } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";
import { hashToken } from "#lib/secrets/token";
import { emptyDatabase } from "../../support/clean.ts";
import { actorOf } from "../../support/joint-series.ts";
import { fixTestSettings } from "../../support/settings.ts";

let ana: string;
let bo: string;
beforeEach(async () => {
  fixTestSettings({ baseUrl: "http://localhost:3000" });
  await emptyDatabase();
  ana = (await db.person.create({ data: { email: "ana@example.org", name: "Ana" } })).id;
  bo = (await db.person.create({ data: { email: "bo@example.org", name: "Bo" } })).id;
});
afterAll(() => db.$disconnect());

const signIn = async (personId: string, now = new Date()) => {
  const cookie = await startSession(personId, { method: "mail_link", device: "Firefox, Linux" }, now);
  return `${cookie.name}=${cookie.value}`;
};

const whoIs = async (cookie: string | null) => (await findSignedIn(cookie))?.id ?? null;

describe("startSession", () => {
  it("gives a cookie for 14 days that scripts cannot read, and stores only its hash", async () => {
    const now = new Date("2027-03-01T10:00:00Z");
    const cookie = await startSession(ana, { method: "set_up" }, now);
    const expires = addMinutes(now, 14 * 24 * 60);
    expect(cookie).toEqual({
      ...{ name: "authjs.session-token", value: cookie.value, httpOnly: true, sameSite: "lax" },
      ...{ path: "/", secure: false, expires },
    });
    const rows = await db.session.findMany();
    expect(rows).toEqual([
      {
        ...{ id: rows[0]?.id, tokenHash: hashToken(cookie.value), personId: ana, expires },
        ...{ method: "set_up", device: "", startedAt: now },
      },
    ]);
  });

  it("keeps the cookie to https and to this host when the product is reached over https", async () => {
    fixTestSettings({ baseUrl: "https://liaise.example.org" });
    const cookie = await startSession(ana, { method: "mail_link" });
    expect([cookie.name, cookie.secure]).toEqual(["__Secure-authjs.session-token", true]);
    expect(await whoIs(`${cookie.name}=${cookie.value}`)).toBe(ana);
    expect(await whoIs(`authjs.session-token=${cookie.value}`)).toBeNull();
  });
});

describe("findSignedIn", () => {
  it("knows the person by the cookie, among other cookies", async () => {
    expect(await whoIs(`theme=dark; ${await signIn(ana)}; x=y`)).toBe(ana);
  });

  it.each([null, "", "authjs.session-token=", "authjs.session-token=nonsense", "authjs.session-token"])(
    "takes %j for nobody",
    async (header) => expect(await whoIs(header)).toBeNull(),
  );

  it("takes a stored hash for nobody", async () => {
    await signIn(ana);
    const [row] = await db.session.findMany();
    expect(await whoIs(`authjs.session-token=${row?.tokenHash}`)).toBeNull();
  });

  it("takes a session that ended for nobody", async () => {
    const cookie = await signIn(ana, addMinutes(new Date(), -14 * 24 * 60 - 1));
    expect(await whoIs(cookie)).toBeNull();
  });
});

describe("sessions of a person", () => {
  it("are listed, newest first, with the one that asks marked, and without those of others", async () => {
    const early = await signIn(ana, addMinutes(new Date(), -60));
    await signIn(ana);
    await signIn(bo);
    const listed = await listSessions({ id: ana }, early);
    expect(listed.map(({ device, isCurrent }) => [device, isCurrent])).toEqual([
      ["Firefox, Linux", false],
      ["Firefox, Linux", true],
    ]);
  });

  it("end one by one, and all at once, and it is written down", async () => {
    const [first, second, third] = [await signIn(ana), await signIn(ana), await signIn(ana)];
    const [one] = (await listSessions({ id: ana }, first)).filter(({ isCurrent }) => isCurrent);
    await endSessions(await actorOf(ana), { id: one?.id ?? "" });
    expect([await whoIs(first), await whoIs(second)]).toEqual([null, ana]);
    await endSessions(await actorOf(ana), "all");
    expect([await whoIs(second), await whoIs(third)]).toEqual([null, null]);
    const acts = await db.auditEntry.findMany({ orderBy: { at: "asc" } });
    expect(acts.map(({ action, after }) => [action, after])).toEqual([
      ["sessionsEnd", { count: 1 }],
      ["sessionsEnd", { count: 2 }],
    ]);
  });

  it("cannot be ended by somebody else", async () => {
    const cookie = await signIn(ana);
    const [session] = await listSessions({ id: ana }, cookie);
    await endSessions(await actorOf(bo), { id: session?.id ?? "" });
    expect(await whoIs(cookie)).toBe(ana);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("end when the person signs out here, and only here", async () => {
    const [here, there] = [await signIn(ana), await signIn(ana)];
    await endCurrentSession(here);
    await endCurrentSession(null);
    expect([await whoIs(here), await whoIs(there)]).toEqual([null, ana]);
  });
});
