import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  agentRules: false,
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run typecheck` checks types. A first start need not, and must not need the packages that declare them.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname }, // else a lock file in a folder above moves the root up there
  // One copy per process, shared with server.ts. `pg` and `@prisma/client` are on Next's own list.
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "nodemailer",
    "yjs",
    "y-protocols",
    "lib0",
    "ws",
    "@hocuspocus/server",
    "docx",
    "pino",
  ],
  // The same limit as in lib/start/door.ts.
  experimental: { serverActions: { bodySizeLimit: "12mb" } },
};

export default createNextIntlPlugin({
  requestConfig: "./lib/web/i18n.ts",
  // Sentences are read when the product is built, and not again for every page and in every browser.
  experimental: { messages: { path: "./messages", locales: "infer", format: "json", precompile: true } },
})(config);
