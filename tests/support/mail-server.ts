import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";

/** What the server does with a mail once it has its whole text. */
export type Answer = "take" | "hang" | "cut" | { readonly code: number; readonly text: string };

export type Received = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
};

export type MailServer = {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** Answers of the next mails, by order; then mails are taken. */
  readonly answers: Answer[];
  /** Refusals of the next recipients, by order. */
  readonly recipients: Answer[];
  /** Resolves when the server has seen this many mails to the end of their text, taken or not. */
  readonly seen: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A real SMTP server on this machine that does as it is told. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const recipients: Answer[] = [];
  let texts = 0;
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    logger: false,
    onRcptTo: (_address, _session, done) => done(refusal(recipients.shift() ?? "take")),
    async onData(stream, session, done) {
      const raw = await read(stream);
      const answer = answers.shift() ?? "take";
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map(({ address }) => address);
      if (answer === "take" || answer === "cut")
        received.push({ from: mailFrom ? mailFrom.address : "", to, raw, mail: await simpleParser(raw) });
      texts += 1;
      for (const look of waiting.splice(0)) look();
      if (answer === "cut") for (const connection of server.connections) connection._socket.destroy();
      else if (answer !== "hang") done(refusal(answer));
    },
  });
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const actual = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${actual}`,
    port: actual,
    ...{ received, answers, recipients },
    async seen(count) {
      while (texts < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const refusal = (answer: Answer) =>
  typeof answer === "object" ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;

async function read(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
