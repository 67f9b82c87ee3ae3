import { setTimeout as delay } from "node:timers/promises";
import { log } from "#lib/log/log";
import { settings } from "#lib/settings/settings";
import { listenTo } from "#lib/db/listen";
import { isServerTrouble, judgeFailure } from "./outcome.ts";
import { claimMail, type ClaimedMail, markFailed, markSent } from "./rows.ts";
import { chooseTransport, type MailTransport } from "./transport.ts";

export type OutboxDelivery = { readonly stop: () => Promise<void> };

export type DeliveryOptions = {
  /** What carries the mails, or null while there is nothing: then they wait in their rows. Else as the settings say. */
  readonly transport?: MailTransport | null;
  /** Longest time between two looks at the outbox; new mails are noticed at once. */
  readonly pollMs?: number;
  /** Rest after the server itself was in trouble. */
  readonly restMs?: number;
  /** How long one attempt may take. */
  readonly attemptMs?: number;
  /** How long an attempt under way may still take when the delivery is stopped. */
  readonly graceMs?: number;
};

/**
 * Sends the mails of the outbox until it is stopped, one at a time, the one due longest first.
 *
 * The row is the job: whoever claims it has it for a lease, and a mail whose sender died is due again when the
 * lease ends, with the same Message-ID. It survives restarts of PostgreSQL and of the mail server.
 */
export function startOutboxDelivery(options: DeliveryOptions = {}): OutboxDelivery {
  const { transport = chooseTransport(settings()), pollMs = 5_000, graceMs = 5_000 } = options;
  if (!transport) return { stop: () => Promise.resolve() };
  const { wake, rest } = alarm();
  const stopping = new AbortController();
  const listener = listenTo("outbox", wake);
  const ended = deliverAll(transport, options, { signal: stopping.signal, rest: () => rest(pollMs) });
  return {
    async stop() {
      stopping.abort();
      wake();
      await Promise.race([ended, delay(graceMs, undefined, { ref: false })]);
      transport.close(); // ends an attempt under way: it failed, and is due again after the next start
      await Promise.all([listener.stop(), ended]);
    },
  };
}

type Run = { readonly signal: AbortSignal; readonly rest: () => Promise<void> };

async function deliverAll(transport: MailTransport, options: DeliveryOptions, run: Run): Promise<void> {
  const { restMs = 10_000 } = options;
  while (!run.signal.aborted) {
    const result = await deliverNext(transport, options).catch((error: unknown) => {
      log.warn({ err: error }, "outbox could not be read");
      return "trouble" as const;
    });
    if (run.signal.aborted) return;
    if (result === "nothing due") await run.rest();
    // Wake-ups do not shorten this one: a server in trouble is left alone.
    if (result === "trouble") await delay(restMs, undefined, { signal: run.signal }).catch(() => undefined);
  }
}

/** One attempt at one mail. Its lease is twice as long as the attempt may take. */
async function deliverNext(
  transport: MailTransport,
  { attemptMs = 60_000 }: DeliveryOptions,
): Promise<"done" | "nothing due" | "trouble"> {
  const mail = await claimMail(new Date(), 2 * attemptMs);
  if (!mail) return "nothing due";
  try {
    await transport.send(mail, AbortSignal.timeout(attemptMs));
  } catch (error) {
    await keepTrying(() => markFailed(mail, judgeFailure(error, mail, new Date())));
    return isServerTrouble(error) ? "trouble" : "done";
  }
  await noteSent(mail, transport.keepsTexts);
  return "done";
}

/** A mail that left must be noted as such, or it leaves twice: worth a few attempts. */
function noteSent(mail: ClaimedMail, keepText: boolean): Promise<void> {
  const sentAt = new Date();
  return keepTrying(() => markSent(mail, sentAt, keepText));
}

async function keepTrying(work: () => Promise<void>): Promise<void> {
  for (let pauseMs = 100; pauseMs < 10_000; pauseMs *= 2) {
    try {
      return await work();
    } catch {
      await delay(pauseMs);
    }
  }
  return work();
}

/** A rest that ends early when somebody wakes it, also when that happened just before it began. */
function alarm(): { wake: () => void; rest: (ms: number) => Promise<void> } {
  let awake = false;
  let ring: () => void = () => undefined;
  return {
    wake() {
      awake = true;
      ring();
    },
    async rest(ms) {
      if (!awake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      awake = false;
    },
  };
}
