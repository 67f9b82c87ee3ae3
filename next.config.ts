import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Sentences are read when the product is built, and not again for every page and in every browser.
const sentences = { format: "json", precompile: true } as const;
const READ_SENTENCES = { loader: "next-intl/extractor/catalogLoader", options: { messages: sentences } };

const config: NextConfig = {
  poweredByHeader: false,
  compress: false, // the door does, with Brotli too
  typedRoutes: true,
  agentRules: false,
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run typecheck` checks types. A first start need not, and must not need the packages that declare them.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname, // else a lock file in a folder above moves the root up there
    // From the last to the first: the words of the browser are picked, then their sentences are read.
    rules: { "*.words": { loaders: [READ_SENTENCES, "./messages/pick-words.mjs"], as: "*.js" } },
  },
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
  experimental: { messages: { path: "./messages", locales: "infer", ...sentences } },
})(config);
