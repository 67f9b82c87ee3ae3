import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "#lib/kernel/errors";
import { readLetterFile } from "#lib/letter-files/read-letter-file";
import { mailFile, streamedWordFile, wordFile, wordFileOf, wordTable } from "../../support/letter-files.ts";

const TIME = { timeout: 60_000 };
const read = (bytes: Uint8Array, name = "letter") => readLetterFile({ name, bytes });
const refusal = (key: string) =>
  expect.objectContaining({ code: "invalid", words: { key: `liaison.refusal.${key}` } });

describe("readLetterFile on texts", () => {
  const text = "Title: LS sur l’énergie – «été»\n";

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ["UTF-16 with mark", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])],
    ["UTF-16 without mark", Buffer.from(text, "utf16le")],
    [
      "UTF-16, big end first",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
    ],
  ])("reads %s", async (_name, bytes) => {
    expect(await read(bytes)).toEqual([text]);
  });

  it("reads windows-1252", async () => {
    const bytes = Buffer.from([0x54, 0x69, 0x74, 0x72, 0x65, 0x20, 0x96, 0x20, 0xe9, 0x74, 0xe9, 0x92]);
    expect(await read(bytes)).toEqual(["Titre – été’"]);
  });

  it.each([
    ["nothing", Buffer.alloc(0), "emptyFile"],
    ["white space", Buffer.from(" \n\t"), "emptyFile"],
    ["zero bytes", Buffer.alloc(5_000), "otherKind"],
    ["a PDF", Buffer.from("%PDF-1.7 …"), "pdf"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "scanned"],
    ["rich text", Buffer.from("{\\rtf1 text}"), "oldWord"],
    ["an old Word document", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2]), "oldWord"],
    ["a file over 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1, "a"), "tooLarge"],
  ])("refuses %s and says what to do", async (_name, bytes, key) => {
    await expect(read(bytes)).rejects.toEqual(refusal(key));
  });

  it("refuses a document that is protected with a password", async () => {
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const bytes = Buffer.concat([ole, Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]);
    await expect(read(bytes)).rejects.toEqual(refusal("encrypted"));
  });
});

describe("readLetterFile on Word documents", TIME, () => {
  it("keeps labels before their values, cell by cell", async () => {
    const bytes = wordFile(
      [
        ["Question(s):", "1/2", "Geneva, 5-14 February 2027"],
        ["Contact:", "Clara NDIAYE\nExample\nSenegal", "E-mail: clara@example.org"],
      ],
      ["Study Group 2 & others <thank> you."],
    );
    expect(await read(bytes)).toEqual([
      "Question(s):\t1/2\tGeneva, 5-14 February 2027\t\n" +
        "Contact:\tClara NDIAYE\nExample\nSenegal\tE-mail: clara@example.org\t\n\n" +
        "Study Group 2 & others <thank> you.\n",
    ]);
  });

  it("reads what one sees: inserted words and lists, no deleted words, no field codes, no second text box", async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const bytes = wordFileOf(
      `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${run("a")}<w:r><w:tab/></w:r><w:ins>${run("b")}</w:ins>` +
        `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>` +
        `<w:p><w:pPr><w:numPr/></w:pPr>${run("item")}</w:p><mc:Fallback><w:p>${run("twice")}</w:p></mc:Fallback>`,
    );
    expect(await read(bytes)).toEqual(["a\tb\n- item\n"]);
  });

  it("reads an archive whose sizes were not known beforehand", async () => {
    expect(await read(streamedWordFile("Title: LS on x"))).toEqual(["Title: LS on x\n"]);
  });

  it("says of a document with pictures alone that it is scanned, and of one with nothing that it is empty", async () => {
    const picture = { "word/media/image1.png": new Uint8Array(50) };
    await expect(read(wordFileOf("<w:p/>", picture))).rejects.toEqual(refusal("scanned"));
    await expect(read(wordFileOf("<w:p/>"))).rejects.toEqual(refusal("emptyFile"));
  });

  it("refuses other archives, cut ones, and entries protected with a password", async () => {
    await expect(read(zipSync({ "xl/workbook.xml": strToU8("<x/>") }))).rejects.toEqual(refusal("otherKind"));
    const whole = wordFile([], ["Some text that is long enough to be cut"]);
    await expect(read(whole.subarray(0, whole.length - 30))).rejects.toEqual(refusal("brokenFile"));
    const locked = Buffer.from(wordFile([], ["Text"]));
    for (let at = 0; (at = locked.indexOf("PK\u0001\u0002", at, "latin1")) >= 0; at += 4)
      locked.writeUInt8(1, at + 8);
    await expect(read(locked)).rejects.toEqual(refusal("encrypted"));
  });

  it("refuses a document that unpacks to hundreds of megabytes, at once", async () => {
    const bomb = wordFileOf(`<w:p><w:r><w:t>${" ".repeat(60_000_000)}</w:t></w:r></w:p>`);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.cpuUsage();
    await expect(read(bomb)).rejects.toEqual(refusal("unpacksTooLarge"));
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it("reads a document of many thousand small pieces, at once", async () => {
    const bytes = wordFileOf(wordTable(Array.from({ length: 20_000 }, () => ["aa", "bb"])));
    const before = process.cpuUsage();
    const [text] = await read(bytes);
    expect(text?.startsWith("aa\tbb\t\naa\tbb\t\n")).toBe(true);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it("either reads or refuses a document with any bytes changed", async () => {
    const whole = wordFile([["Title:", "LS on x"]], ["Study Group 2 thanks."]);
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        await read(bytes).catch((error: unknown) => {
          if (!isAppError(error)) throw error;
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("readLetterFile on mails", TIME, () => {
  it("gives an attached document first and the body under its subject second", async () => {
    const attached = { name: "ls.docx", bytes: wordFile([], ["Title: LS on x"]) };
    expect(await read(mailFile("LS on y", "See the file.", [attached]), "ls.eml")).toEqual([
      "Title: LS on x\n",
      "Subject: LS on y\n\nSee the file.\n",
    ]);
  });

  it("reads the body when the attachment cannot be read", async () => {
    const attached = { name: "ls.docx", bytes: Buffer.from("PK broken") };
    expect(await read(mailFile("LS on y", "Text.", [attached]), "ls.eml")).toEqual([
      "Subject: LS on y\n\nText.\n",
    ]);
  });

  it("knows a mail by its headers, whatever its name", async () => {
    expect(await read(mailFile("LS on y", "Text."), "letter.txt")).toEqual(["Subject: LS on y\n\nText.\n"]);
  });

  it("takes the words of an HTML body and none of its tags", async () => {
    const html =
      "MIME-Version: 1.0\r\nSubject: LS\r\nContent-Type: text/html\r\n\r\n<p>SG2 &amp; SG20</p><script>x</script>";
    const [text] = await read(Buffer.from(html), "a.eml");
    expect(text).toContain("SG2 & SG20");
    expect(text).not.toContain("<");
  });

  it("refuses a mail of a million empty parts, at once", async () => {
    const head = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    const before = process.cpuUsage();
    await expect(read(Buffer.from(head + "--b\r\n".repeat(1_000_000)), "a.eml")).rejects.toEqual(
      refusal("brokenFile"),
    );
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });

  it("refuses parts nested beyond reason, at once", async () => {
    const nest = Array.from(
      { length: 3_000 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
    );
    const before = process.cpuUsage();
    await expect(read(Buffer.from(`MIME-Version: 1.0\r\n${nest.join("")}`), "a.eml")).rejects.toEqual(
      refusal("brokenFile"),
    );
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
