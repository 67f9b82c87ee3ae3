import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "#lib/db/embedded";
import { startMailServer } from "../../support/mail-server.ts";
import { removeData, startProduct } from "../../support/product.ts";

/** Where the two products of the journeys keep their data. */
export const DATA = ".data/e2e";
const MAILS = path.join(DATA, "mails");

/**
 * Starts what the journeys walk through: the demonstration, the product as it is installed, and a mail server for
 * the latter. Returns how to stop them. Tests learn of them through the environment (`where.ts`).
 */
export async function startServers(): Promise<() => Promise<void>> {
  await removeAll();
  mkdirSync(MAILS, { recursive: true });
  const mailServer = await startMailServer();
  const keeping = keepMails(mailServer.received);
  const demo = await startProduct({ data: path.join(DATA, "shown"), demo: true });
  const plain = await startProduct({ data: path.join(DATA, "plain"), env: { SMTP_URL: mailServer.url } });
  Object.assign(process.env, {
    LIAISE_E2E: JSON.stringify({
      demo: { url: demo.url, database: await databaseOf(path.join(DATA, "shown", "demo")) },
      plain: { url: plain.url, database: await databaseOf(path.join(DATA, "plain")) },
      mails: MAILS,
      told: path.join(DATA, "plain", "told.txt"),
    }),
  });
  return async () => {
    clearInterval(keeping);
    await Promise.all([demo.stop(), plain.stop(), mailServer.close()]);
    await removeAll();
  };
}

async function removeAll(): Promise<void> {
  for (const name of ["shown", "plain"]) await removeData(path.join(DATA, name));
  rmSync(DATA, { recursive: true, force: true });
}

async function databaseOf(data: string): Promise<string> {
  process.env.LIAISE_DATA = data;
  const { url } = await openDatabase(); // attaches to the one that the product runs
  return url;
}

/** Tests run in other processes: they read the mails from files. */
function keepMails(received: readonly { readonly raw: string }[]): NodeJS.Timeout {
  let kept = 0;
  return setInterval(() => {
    for (; kept < received.length; kept += 1)
      writeFileSync(path.join(MAILS, `${String(kept).padStart(4, "0")}.eml`), received[kept]?.raw ?? "");
  }, 50);
}
