import { migrate } from "#lib/db/migrate";

await migrate(process.env.DATABASE_URL ?? "");
process.exit();
