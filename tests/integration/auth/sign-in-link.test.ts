import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { requestSignInLink } from "#lib/auth/request-sign-in-link";
import { inspectSignInLink, useSignInLink as takeSignInLink } from "#lib/auth/use-sign-in-link";
import { db } from "#lib/db/client";
import { addMinutes } from "#lib/kernel/interval";
import { hashToken, newToken } from "#lib/secrets/token";
import { emptyDatabase } from "../../support/clean.ts";
import { fixTestSettings } from "../../support/settings.ts";

const NOW = new Date("2027-03-01T10:00:00Z");
const HOME = { browser: newToken(), network: "203.0.113.7" };

fixTestSettings({ baseUrl: "https://liaise.example.org" });

let ana: string;
beforeEach(async () => {
  await emptyDatabase();
  ana = (await db.person.create({ data: { email: "ana@example.org", name: "Ana" } })).id;
});
afterAll(() => db.$disconnect());

const ask = (email = "ana@example.org", asker = HOME, now = NOW) =>
  requestSignInLink({ email, to: "/series/x?y=1" }, asker, now);

async function mailedToken(): Promise<string> {
  const mail = await db.outboxMail.findFirstOrThrow({ orderBy: { id: "desc" } });
  return /\/sign-in\/link\/([\w-]{43})\?/.exec(mail.text)?.[1] ?? "";
}

describe("requestSignInLink", () => {
  it("mails a link of the configured address and stores only hashes, for 15 minutes", async () => {
    await ask();
    const [mail] = await db.outboxMail.findMany();
    expect(mail).toMatchObject({ kind: "sign_in", toAddress: "ana@example.org", toName: "Ana" });
    const token = await mailedToken();
    expect(mail?.text).toContain(
      `\nhttps://liaise.example.org/sign-in/link/${token}?to=%2Fseries%2Fx%3Fy%3D1\n`,
    );
    expect(await db.signInLink.findMany()).toEqual([
      {
        tokenHash: hashToken(token),
        browserHash: hashToken(HOME.browser),
        personId: ana,
        expires: addMinutes(NOW, 15),
        usedAt: null,
      },
    ]);
  });

  it("answers the same for an address nobody here has, sends nothing and makes no account", async () => {
    await expect(ask("nobody@example.org")).resolves.toBeUndefined();
    expect(await db.outboxMail.count()).toBe(0);
    expect(await db.signInLink.count()).toBe(0);
    expect(await db.person.count()).toBe(1);
    await ask();
    expect(await db.outboxMail.count()).toBe(1);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    const spent = async (email: string) => {
      const from = performance.now();
      await ask(email);
      return performance.now() - from;
    };
    await spent("warm@example.org");
    const known = await spent("ana@example.org");
    const unknown = await spent("nobody@example.org");
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(295); // the floor that both stand on
  });

  it.each(["ana@example.org", "nobody@example.org"])(
    "gives %s five links in a quarter of an hour, and then says to wait",
    async (email) => {
      const asked = await Promise.allSettled(
        Array.from({ length: 6 }, () => ask(email, { ...HOME, browser: newToken() })),
      );
      const refused = asked.filter(({ status }) => status === "rejected");
      expect(refused).toEqual([
        {
          status: "rejected",
          reason: expect.objectContaining({
            code: "conflict",
            words: { key: "signIn.tooMany", values: { minutes: 15 } },
          }),
        },
      ]);
      await expect(ask(email, HOME, addMinutes(NOW, 14))).rejects.toMatchObject({ code: "conflict" });
      await expect(ask(email, HOME, addMinutes(NOW, 15))).resolves.toBeUndefined();
    },
  );

  it("gives one browser ten links in a quarter of an hour, for whatever addresses", async () => {
    const asked = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => ask(`p${n}@example.org`)));
    expect(asked.filter(({ status }) => status === "rejected")).toHaveLength(2);
  });

  it("lets thirty people behind one address sign in at once, three times over", async () => {
    await db.person.createMany({
      data: Array.from({ length: 30 }, (_, n) => ({ email: `d${n}@example.org`, name: `D ${n}` })),
    });
    const askers = Array.from({ length: 30 }, () => ({ ...HOME, browser: newToken() }));
    for (let round = 0; round < 3; round += 1) {
      const asked = await Promise.allSettled(askers.map((asker, n) => ask(`d${n}@example.org`, asker)));
      expect(asked.filter(({ status }) => status === "rejected")).toEqual([]);
    }
    expect(await db.outboxMail.count()).toBe(90);
  });

  it("keeps neither addresses nor networks in the counts", async () => {
    await ask();
    const counts = await db.rateCount.findMany();
    expect(counts).toHaveLength(3);
    for (const { key } of counts) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a mailed link", () => {
  it("signs its person in once, and says so the second time", async () => {
    await ask();
    const link = { token: await mailedToken(), browser: HOME.browser };
    expect(await inspectSignInLink(link, NOW)).toBe("good");
    expect(await takeSignInLink(link, NOW)).toBe(ana);
    await expect(takeSignInLink(link, NOW)).rejects.toMatchObject({ words: { key: "signIn.link.used" } });
    expect(await inspectSignInLink(link, NOW)).toBe("used");
  });

  it("counts the address as verified once it was used, and not before", async () => {
    await ask();
    const before = await db.person.findUniqueOrThrow({ where: { id: ana } });
    await takeSignInLink({ token: await mailedToken(), browser: HOME.browser }, NOW);
    const after = await db.person.findUniqueOrThrow({ where: { id: ana } });
    expect([before.emailVerified, after.emailVerified]).toEqual([null, NOW]);
  });

  it("signs in one of those who use it at the same moment", async () => {
    await ask();
    const link = { token: await mailedToken(), browser: HOME.browser };
    const uses = await Promise.allSettled(Array.from({ length: 8 }, () => takeSignInLink(link, NOW)));
    expect(uses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is good until the end of its fifteenth minute and not after", async () => {
    await ask();
    const link = { token: await mailedToken(), browser: HOME.browser };
    expect(await inspectSignInLink(link, new Date(addMinutes(NOW, 15).getTime() - 1))).toBe("good");
    expect(await inspectSignInLink(link, addMinutes(NOW, 15))).toBe("expired");
    await expect(takeSignInLink(link, addMinutes(NOW, 15))).rejects.toMatchObject({
      words: { key: "signIn.link.expired" },
    });
  });

  it.each([
    ["another browser", newToken()],
    ["a browser without our cookie", ""],
  ])("opens nothing in %s and is still good in the one that asked", async (_case, browser) => {
    await ask();
    const token = await mailedToken();
    await expect(takeSignInLink({ token, browser }, NOW)).rejects.toMatchObject({
      words: { key: "signIn.link.otherBrowser" },
    });
    expect(await takeSignInLink({ token, browser: HOME.browser }, NOW)).toBe(ana);
  });

  it.each(["", "nonsense", "\u0000", "'; drop table people; --", "x".repeat(100_000)])(
    "that nobody was given (%#) is refused in words",
    async (token) => {
      await expect(takeSignInLink({ token, browser: HOME.browser }, NOW)).rejects.toMatchObject({
        words: { key: "signIn.link.unknown" },
      });
    },
  );

  it("cannot be made from what a copy of the table holds", async () => {
    await ask();
    const [row] = await db.signInLink.findMany();
    const stolen = { token: row?.tokenHash ?? "", browser: row?.browserHash ?? "" };
    expect(await inspectSignInLink(stolen, NOW)).toBe("unknown");
  });
});
