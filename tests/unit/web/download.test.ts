import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition, download } from "#lib/web/download";

describe("contentDisposition", () => {
  it("names the file in ASCII and whole", () => {
    expect(contentDisposition("T25-Agenda.docx")).toBe(
      `attachment; filename="T25-Agenda.docx"; filename*=UTF-8''T25-Agenda.docx`,
    );
    expect(contentDisposition("Général (1).docx")).toBe(
      `attachment; filename="G_n_ral (1).docx"; filename*=UTF-8''G%C3%A9n%C3%A9ral%20%281%29.docx`,
    );
  });

  it("lets no name leave its folder, end the header or hide its ending", () => {
    expect(contentDisposition('../a/b\\c"\r\nSet-Cookie: x\u202excod.exe')).toBe(
      `attachment; filename="-a-b-c---Set-Cookie- x-xcod.exe"; filename*=UTF-8''-a-b-c---Set-Cookie-%20x-xcod.exe`,
    );
    expect(contentDisposition("..")).toContain('filename="document"');
  });

  it("is a header that can be sent, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const header = contentDisposition(name);
        expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
        expect(header).toMatch(/^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w.~!&$+^`|#%-]*$/);
      }),
    );
  });
});

describe("download", () => {
  it("hands out the bytes as they are, to be saved and kept nowhere else", async () => {
    const answer = download({ name: "a.docx", type: "application/x", content: Uint8Array.of(0, 255, 10) });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 10));
    expect(Object.fromEntries(answer.headers)).toEqual({
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="a.docx"; filename*=UTF-8''a.docx`,
      "content-type": "application/x",
      "x-content-type-options": "nosniff",
    });
  });
});
