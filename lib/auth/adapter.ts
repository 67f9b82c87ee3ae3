import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { db } from "#lib/db/client";
import { hashToken } from "#lib/secrets/token";

/**
 * What next-auth may do with our tables: look a person up, remember that an identity belongs to them, and start a
 * session.
 *
 * It makes no people, changes none, keeps none of the provider's tokens, and of a session only the hash. It is also
 * never told who is signed in: next-auth would else tie any identity to whoever is.
 */
export function makeAdapter(device: string): Adapter {
  return {
    createUser: refuse,
    updateUser: refuse,
    getUser: (id) => findUser({ id }),
    getUserByEmail: (email) => findUser({ email }),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const account = await db.account.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
      });
      return account && findUser({ id: account.personId });
    },
    linkAccount: async (account: AdapterAccount) => {
      const { userId: personId, provider, providerAccountId, type } = account;
      await db.account.create({ data: { personId, provider, providerAccountId, type } });
    },
    createSession: async (session) => {
      const { sessionToken, userId: personId, expires } = session;
      const tokenHash = hashToken(sessionToken);
      await db.session.create({
        data: { tokenHash, personId, expires, device, method: "identity_provider" },
      });
      return session;
    },
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async () => {},
  };
}

async function findUser(where: { id: string } | { email: string }): Promise<AdapterUser | null> {
  return db.person.findUnique({ where, select: { id: true, email: true, emailVerified: true } });
}

async function refuse(): Promise<never> {
  throw new Error("next-auth neither makes nor changes people");
}
