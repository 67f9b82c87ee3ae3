import { handlers } from "#lib/auth/auth";

/** Where the identity provider sends people back to. No other route of next-auth is open. */
export const { GET } = handlers;
