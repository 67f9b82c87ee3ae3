/** The command line: one command a line below, each in a file of its own. */
const COMMANDS: Record<string, () => Promise<{ run(words: string[]): Promise<number> }>> = {
  "parse-ls": () => import("./commands/parse-ls.ts"),
  "verify-record": () => import("./commands/verify-record.ts"),
  "rank-series": () => import("./commands/rank-series.ts"),
};

const [commandName = "", ...words] = process.argv.slice(2);
const command = COMMANDS[commandName];
if (!command) {
  console.error(`usage: npm run liaise -- ${Object.keys(COMMANDS).join(" | ")}`);
  process.exit(2);
}
process.exit(await (await command()).run(words));
export {};
