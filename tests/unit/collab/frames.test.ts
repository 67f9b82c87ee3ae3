import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { isSoundFrame } from "#lib/collab/frames";
import { presenceSchema, roomSchema, socketQuerySchema } from "#lib/collab/schema";

const ROOM = "report:01a20476-f9d4-72ac-9177-6e12a66dd1ce:1";

function frame(write: (encoder: encoding.Encoder) => void, room = ROOM): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, room);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
const bytes = (type: number, step: number, payload: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
const presence = (...states: string[]) =>
  frame((encoder) => {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, states.length);
    for (const state of states) {
      encoding.writeVarUint(inner, 7);
      encoding.writeVarUint(inner, 1);
      encoding.writeVarString(inner, state);
    }
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  });

const document = new Y.Doc();
document.getText("words").insert(0, "words 🎉 نص");
const update = Y.encodeStateAsUpdate(document);

describe("isSoundFrame", () => {
  it("takes what our editor sends", () => {
    const token = (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "cookie");
      encoding.writeVarString(encoder, "4.8.0");
    };
    const sound = [
      bytes(0, 0, Y.encodeStateVector(document)),
      bytes(0, 1, update),
      bytes(0, 2, update),
      bytes(4, 1, update),
      presence('{"cursor":null}', "null"),
      frame(token),
      frame((encoder) => encoding.writeVarUint(encoder, 3)),
      frame((encoder) => encoding.writeVarUint(encoder, 7)),
    ];
    expect(sound.map(isSoundFrame)).toEqual(sound.map(() => true));
  });

  it("refuses a frame cut off at any byte", () => {
    for (const whole of [bytes(0, 2, update), presence('{"cursor":null}')])
      for (let length = 0; length < whole.length; length += 1)
        expect(isSoundFrame(whole.slice(0, length))).toBe(false);
  });

  it("refuses what follows the end, other types, other steps, other rooms and too many presences", () => {
    const unsound = [
      new Uint8Array([...bytes(0, 2, update), 0]),
      bytes(5, 0, update),
      bytes(6, 0, update),
      bytes(8, 0, update),
      bytes(0, 3, update),
      presence("7"),
      presence("{"),
      presence(...Array.from({ length: 21 }, () => "{}")),
      frame((encoder) => encoding.writeVarUint(encoder, 3), "report:1:1"),
      frame((encoder) => encoding.writeVarUint(encoder, 3), `${ROOM}\0session`),
    ];
    expect(unsound.map(isSoundFrame)).toEqual(unsound.map(() => false));
  });

  it("never throws, whatever the bytes", () => {
    let seed = 1;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    for (let round = 0; round < 2_000; round += 1) {
      const noise = Uint8Array.from({ length: next() % 40 }, () => next() % 256);
      expect(() => isSoundFrame(noise)).not.toThrow();
      expect(() => isSoundFrame(bytes(0, next() % 3, noise))).not.toThrow();
    }
  });
});

describe("what comes over the socket", () => {
  it("names a room by kind, document and generation, and nothing else does", () => {
    expect(roomSchema.parse(ROOM)).toEqual({
      ...{ kind: "report", documentId: "01a20476-f9d4-72ac-9177-6e12a66dd1ce", generation: 1 },
    });
    for (const name of [
      "",
      "report",
      ROOM.replace("report", "agenda"),
      `${ROOM}0000000`,
      ROOM.replace(/1$/, "0"),
      ` ${ROOM}`,
    ])
      expect(roomSchema.safeParse(name).success).toBe(false);
  });

  it("says the schema version as a plain number", () => {
    expect(socketQuerySchema.parse({ schema: "12" })).toEqual({ schema: 12 });
    for (const schema of [undefined, "", "0", "01", "1e3", "-1", "12345", ["1"]])
      expect(socketQuerySchema.safeParse({ schema }).success).toBe(false);
  });

  it("tells of a presence only where the caret is, and no caret when it cannot be read", () => {
    const place = { type: null, tname: "default", item: { client: 1, clock: 2 }, assoc: 0 };
    expect(presenceSchema.parse({ cursor: { anchor: place, head: place }, user: { name: "x" } })).toEqual({
      cursor: { anchor: place, head: place },
    });
    expect(presenceSchema.parse({ cursor: { anchor: "here" } })).toEqual({ cursor: null });
  });
});
