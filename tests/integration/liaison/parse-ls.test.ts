import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { wordFile } from "../../support/letter-files.ts";

const LETTER = "tests/unit/liaison/fixtures/letters/01-no-header-three-meetings.txt";

function parseLs(source: string, input?: Uint8Array) {
  const { DATABASE_URL: _none, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/liaise.ts", "parse-ls", source], {
    ...(input ? { input } : {}),
    encoding: "utf8",
    env: { ...env, DATABASE_URL: "postgresql://nowhere.invalid/" },
  });
  const answer: unknown = JSON.parse(stdout);
  return { status, answer, stderr };
}

const quote = z.strictObject({ text: z.string().min(1), offset: z.int().min(0) });
const nullableText = z.string().nullable();
/** What scripts may rely on: every key is always there. */
const contract = z.strictObject({
  direction: z.enum(["i", "o"]).nullable(),
  isReply: z.boolean(),
  title: z.string(),
  from: z.array(z.string()),
  to: z.array(
    z.strictObject({ group: z.string(), purpose: z.enum(["action", "information", "comment"]).nullable() }),
  ),
  questions: z.array(z.string()),
  workingParties: z.array(z.string()),
  deadline: z.iso.date().nullable(),
  approval: z
    .strictObject({
      level: nullableText,
      body: nullableText,
      method: z.enum(["meeting", "correspondence"]).nullable(),
      date: z.iso.date().nullable(),
    })
    .nullable(),
  contacts: z.array(
    z.strictObject({ name: z.string(), organization: z.string(), country: z.string(), email: z.string() }),
  ),
  abstract: z.string(),
  proposal: z
    .strictObject({
      meetings: z.int().nullable(),
      format: z.enum(["virtual", "hybrid", "physical"]).nullable(),
      parties: z.array(z.string()),
      target: z.strictObject({ group: nullableText, month: nullableText, date: nullableText }),
      coChairs: z.array(z.strictObject({ name: z.string(), office: nullableText, side: nullableText })),
      mandate: nullableText,
      topic: nullableText,
      output: nullableText,
    })
    .nullable(),
  evidence: z.record(z.string(), quote),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(["fail", "warn", "show"]),
      message: z.string().min(10),
    }),
  ),
});

describe("parse-ls", () => {
  it("prints one JSON object with every key, and needs no database", () => {
    const { status, answer, stderr } = parseLs(LETTER);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const letter = contract.parse(answer);
    expect(letter.proposal).toMatchObject({ meetings: 3, mandate: "39A1/1", parties: ["Q1/2", "Q6/20"] });
    const text = readFileSync(LETTER, "utf8");
    for (const { text: words, offset } of Object.values(letter.evidence)) {
      expect(text.slice(offset, offset + words.length)).toBe(words);
    }
  });

  it("reads standard input, also a Word document", () => {
    const bytes = wordFile(
      [
        ["Source:", "ITU-T SG2"],
        ["Title:", "LS/o on x"],
        ["For action to:", "ITU-T SG20"],
      ],
      ["SG2 thanks SG20."],
    );
    const { status, answer } = parseLs("-", bytes);
    expect(status).toBe(0);
    expect(contract.parse(answer)).toMatchObject({
      from: ["SG2"],
      to: [{ group: "SG20", purpose: "action" }],
      proposal: null,
    });
  });

  it("answers 2 and an error in words for a text that is no letter, a missing file and a protected one", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "liaise-ls-"));
    const locked = path.join(folder, "locked.docx");
    writeFileSync(
      locked,
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
    );
    for (const [source, words] of [
      ["tests/unit/liaison/fixtures/no-letters/poem.txt", "does not read like a liaison statement"],
      [path.join(folder, "none.txt"), "cannot be opened"],
      [locked, "password"],
    ] as const) {
      expect(parseLs(source)).toMatchObject({ status: 2, answer: { error: expect.stringContaining(words) } });
    }
  });
});
