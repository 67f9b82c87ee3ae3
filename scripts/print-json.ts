/** Prints one JSON object, and waits until it is written: a process ends right after, and a pipe takes long texts in pieces. */
export function printJson(value: object): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
