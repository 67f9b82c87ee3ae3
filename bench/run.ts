/** `npm run bench -- NAME…`: measures, and prints a JSON line for each figure. */
import { runMeasures } from "./figure.ts";
import { pageWeight } from "./page-weight.ts";
import { pollPage } from "./poll-page.ts";
import { start } from "./start.ts";

process.exit(await runMeasures([start, pollPage, pageWeight], process.argv.slice(2)));
