import NextAuth from "next-auth";
import { describeDevice } from "./device.ts";
import { makeProviderConfig } from "./provider-config.ts";

/**
 * next-auth, for the identity provider alone. Only app/ imports this file: next-auth imports `next/server`, which Node
 * by itself cannot resolve.
 */
export const { handlers, signIn } = NextAuth((request) =>
  makeProviderConfig(describeDevice(request?.headers.get("user-agent"))),
);
