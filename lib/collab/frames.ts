import * as decoding from "lib0/decoding";
import { decodeStateVector, decodeUpdate } from "yjs";
import { roomSchema } from "./schema.ts";

/** The largest message a browser may send, in bytes. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

const MAX_PRESENCES = 20;

/**
 * Whether a socket message is one that our editor sends: a room's name, a known type, and a body that can be read
 * to its end. Everything is looked at here, before a message is queued, logged or applied.
 */
export function isSoundFrame(bytes: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(bytes);
    if (!roomSchema.safeParse(decoding.readVarString(decoder)).success) return false;
    const read = BODIES[decoding.readVarUint(decoder)];
    return read !== undefined && read(decoder) && !decoding.hasContent(decoder);
  } catch {
    return false;
  }
}

type Body = (decoder: decoding.Decoder) => boolean;

const readSync: Body = (decoder) => {
  const step = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (step === 0) decodeStateVector(payload);
  else if (step === 1 || step === 2) decodeUpdate(payload);
  else return false;
  return true;
};

const readPresence: Body = (decoder) => {
  const presences = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const count = decoding.readVarUint(presences);
  if (count > MAX_PRESENCES) return false;
  for (let index = 0; index < count; index += 1) {
    decoding.readVarUint(presences); // client
    decoding.readVarUint(presences); // clock
    const state: unknown = JSON.parse(decoding.readVarString(presences));
    if (typeof state !== "object") return false;
  }
  return !decoding.hasContent(presences);
};

const readAuthentication: Body = (decoder) => {
  if (decoding.readVarUint(decoder) !== 0) return false; // 0 is the token
  decoding.readVarString(decoder);
  if (decoding.hasContent(decoder)) decoding.readVarString(decoder); // version of the provider
  return true;
};

const nothing: Body = () => true;

/** By message type of Hocuspocus: sync, awareness, authentication, query of awareness, reply to a sync, close. */
const BODIES: Readonly<Record<number, Body>> = {
  0: readSync,
  1: readPresence,
  2: readAuthentication,
  3: nothing,
  4: readSync,
  7: nothing,
};
