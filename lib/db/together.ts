/**
 * Makes one question of the many that are asked within one turn of the event loop: the parts of a page that each ask
 * for the same row, and the pages of all who look at the same poll at once. Nothing is kept, and nobody gets what was
 * read before asking.
 *
 * `read` gets every key once and gives what it found by key.
 */
export function together<Value>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  let asked: { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, Value>> } | null =
    null;
  return async (key) => {
    asked ??= gather();
    asked.keys.add(key);
    return (await asked.found).get(key) ?? null;
  };

  function gather() {
    const keys = new Set<string>();
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      asked = null; // whoever asks from now on may know of something newer
      return read([...keys]);
    });
    return { keys, found };
  }
}
