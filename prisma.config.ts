// Prisma's command line downloads a schema engine unless it is told where one is. `generate` never runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
