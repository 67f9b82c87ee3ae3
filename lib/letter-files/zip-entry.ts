import { inflateRawSync } from "node:zlib";
import { AppError } from "#lib/kernel/errors";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_557;
const MOST_ENTRIES = 5_000;

/** A file in a ZIP archive, as the archive's own list of contents has it. */
type Entry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly size: number;
  readonly at: number;
};

/** An opened archive: the names in it, and one file at a time. */
export type Archive = {
  readonly names: readonly string[];
  /**
   * The contents of a file, at most `mostBytes` of them.
   *
   * @throws AppError `invalid` when it is larger, encrypted or broken.
   */
  read(name: string, mostBytes: number): Uint8Array;
};

/**
 * Reads the list of contents of a ZIP archive. Nothing is inflated before a file is asked for, and then only as
 * far as allowed: an archive that would unpack to gigabytes costs nothing.
 *
 * @throws AppError `invalid` when the bytes are no archive.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view);
  return {
    names: entries.map(({ name }) => name),
    read: (name, mostBytes) => {
      const entry = entries.find((one) => one.name === name);
      if (!entry) throw broken();
      return contents(view, entry, mostBytes);
    },
  };
}

const broken = () => new AppError("invalid", "liaison.refusal.brokenFile");

function entriesOf(view: Buffer): Entry[] {
  const end = endOf(view);
  const count = view.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw broken();
  const entries: Entry[] = [];
  let at = view.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== ENTRY) throw broken();
    const nameLength = view.readUInt16LE(at + 28);
    entries.push({
      name: view.toString("utf8", at + 46, at + 46 + nameLength),
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      size: view.readUInt32LE(at + 20),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(view: Buffer): number {
  const last = Math.max(0, view.length - LONGEST_COMMENT);
  for (let at = view.length - 22; at >= last; at -= 1) {
    if (view.readUInt32LE(at) === END) return at;
  }
  throw broken();
}

function contents(view: Buffer, entry: Entry, mostBytes: number): Uint8Array {
  if (entry.isEncrypted) throw new AppError("invalid", "liaison.refusal.encrypted");
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL) throw broken();
  const start = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(start, start + entry.size);
  if (entry.method === 0) return requireSize(packed, mostBytes);
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    throw isTooLarge(error) ? tooLarge() : broken();
  }
}

const tooLarge = () => new AppError("invalid", "liaison.refusal.unpacksTooLarge");

function requireSize(bytes: Buffer, mostBytes: number): Buffer {
  if (bytes.length > mostBytes) throw tooLarge();
  return bytes;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
