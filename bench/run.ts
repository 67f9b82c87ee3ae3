/** `npm run bench -- NAME…`: measures, and prints a JSON line for each figure. */
import { chooser } from "./chooser.ts";
import { runMeasures } from "./figure.ts";
import { pageWeight } from "./page-weight.ts";
import { pollPage } from "./poll-page.ts";
import { start } from "./start.ts";

process.exit(await runMeasures([start, pollPage, pageWeight, chooser], process.argv.slice(2)));
