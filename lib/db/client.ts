import { setTimeout } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "#lib/kernel/errors";
import { once } from "#lib/kernel/once";
import { Prisma, PrismaClient } from "./generated/client.ts";
import { nameStatements } from "./statement-names.ts";

export type { Prisma } from "./generated/client.ts";

/** A piece of SQL that becomes part of a larger question. What is filled in stays a parameter. */
export const sql = Prisma.sql;

/**
 * The one client of the process. Node loads this file for server.ts and Next bundles a second copy of it
 * for the pages: `once` makes both copies use the same pool.
 */
export const db: PrismaClient = once("db", () => {
  // `next build` loads this file with no database. Nothing connects before the first query, and then the
  // name of the missing host says what is wrong.
  const connectionString = process.env.DATABASE_URL || "postgresql://openDatabase-was-not-called.invalid/";
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        ...{ connectionString, max: 10, connectionTimeoutMillis: 5_000 }, // `pg` waits for ever by default
        // Prisma's adapter drops the offset of an instant and takes the clock for UTC: every connection must speak UTC.
        options: "-c TimeZone=UTC",
      },
      {
        onPoolError: (error) => console.error("database connection lost:", error.message),
        statementNameGenerator: nameStatements(),
      },
    ),
  });
});

/** What a store function works on: the client, or the transaction it is part of. */
export type Db = Prisma.TransactionClient;

const MAX_ATTEMPTS = 12;

/**
 * Runs `work` in one serializable transaction: all of it is kept, or none.
 *
 * PostgreSQL may refuse one of two transactions that ran at the same time. `work` then runs again from the
 * start, after a moment that grows, so it must do nothing that the database cannot undo.
 *
 * @throws AppError `conflict` when others were faster every time.
 */
export async function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    try {
      return await db.$transaction(work, {
        isolationLevel: "Serializable",
        maxWait: 10_000,
        timeout: 15_000,
      });
    } catch (error) {
      if (!isWriteConflict(error)) throw error;
      await setTimeout(Math.random() * Math.min(5 * 2 ** attempt, 500)); // else the same two meet again
    }
  }
  throw new AppError("conflict", "refusal.conflict");
}

/** How a conflict of SQL of our own is told: by the code of PostgreSQL alone. */
const RAW_CONFLICT = /Code: `40(?:001|P01)`/;

/** During the work Prisma has a code for it; at commit the driver's own error comes through. */
function isWriteConflict(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return error.code === "P2034" || (error.code === "P2010" && RAW_CONFLICT.test(error.message));
  return error instanceof Error && error.message.includes("TransactionWriteConflict");
}
