/**
 * Counts, for many sets of bits at once, how many bits each has in common with a mask. JavaScript has no instruction
 * that counts the bits of a word; WebAssembly has, and is some eight times faster.
 *
 * @see docs/decisions/0016-choosing-the-series.md
 */
export type BitCounter = {
  /** The sets one after the other, `words` 32-bit words each. Write them here. */
  readonly sets: Uint32Array;
  /** The mask, `words` words. Write it here. */
  readonly mask: Uint32Array;
  /** By set, what the last count that covered the set found. */
  readonly counts: Int32Array;
  /** Counts the sets of these places, both inclusive, and gives the largest count. `from` must not exceed `to`. */
  count(from: number, to: number): number;
};

const PAGE = 65_536;

/** A counter for so many sets of `words` 32-bit words; `words` is even. */
export function newBitCounter(setCount: number, words: number): BitCounter {
  const setBytes = words * 4;
  const maskAt = setCount * setBytes;
  const countsAt = maskAt + setBytes;
  const pages = Math.ceil((countsAt + setCount * 4) / PAGE);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(writeModule(words / 2, pages)));
  const { memory, count } = exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof count !== "function") throw new Error("no counter");
  return {
    sets: new Uint32Array(memory.buffer, 0, setCount * words),
    mask: new Uint32Array(memory.buffer, maskAt, words),
    counts: new Int32Array(memory.buffer, countsAt, setCount),
    count: (from, to) => count(maskAt, from * setBytes, (to + 1) * setBytes, countsAt + from * 4),
  };
}

const I32 = 0x7f;
const MASK = [0x20, 0]; // local.get: address of the mask
const SET = [0x20, 1]; // address of the set in hand
const END = [0x20, 2]; // address after the last set
const OUT = [0x20, 3]; // where the count goes
const COUNT = [0x20, 4];
const MOST = [0x20, 5];
const store = (local: readonly number[]) => [0x21, ...local.slice(1)];
const load = (offset: number) => [0x29, 3, ...unsigned(offset)]; // i64.load
const add = (local: readonly number[], amount: number) => [
  ...[...local, 0x41, ...signed(amount), 0x6a], // i32.const, i32.add
  ...store(local),
];

/**
 * The module in binary, with one function:
 * `do { out = Σ popcount(set & mask); most = max(most, out); } while (++set < end); return most`, in words of 64 bits.
 */
function writeModule(words: number, pages: number): Uint8Array<ArrayBuffer> {
  const inCommon = Array.from({ length: words }, (_, word) => [
    ...[...SET, ...load(word * 8), ...MASK, ...load(word * 8)],
    ...[0x83, 0x7b], // i64.and, i64.popcnt
    ...(word > 0 ? [0x7c] : []), // i64.add
  ]).flat();
  const body = [
    ...[1, 2, I32], // two locals: count and most
    ...[0x03, 0x40], // loop
    ...[...OUT, ...inCommon, 0xa7, 0x22, 4, 0x36, 2, 0], // i32.wrap_i64, local.tee, i32.store
    ...[...COUNT, ...MOST, ...COUNT, ...MOST, 0x4a, 0x1b, ...store(MOST)], // i32.gt_s, select
    ...[...add(SET, words * 8), ...add(OUT, 4)],
    ...[...SET, ...END, 0x49, 0x0d, 0, 0x0b], // i32.lt_u, br_if, end of the loop
    ...[...MOST, 0x0b],
  ];
  const named = (name: string, kind: number) => [...sized([...new TextEncoder().encode(name)]), kind, 0];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 1, I32]), // types
    ...section(3, [1, 0]), // functions
    ...section(5, [1, 0, ...unsigned(pages)]), // memory
    ...section(7, [2, ...named("memory", 2), ...named("count", 0)]), // exports
    ...section(10, [1, ...sized(body)]), // code
  ]);
}

const sized = (bytes: readonly number[]) => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]) => [id, ...sized(bytes)];

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >>> 7)];
}
