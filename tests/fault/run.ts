/** `npm run fault -- NAME…`: breaks things on purpose, and prints a JSON line for each figure. */
import { runMeasures } from "../../bench/figure.ts";
import { killServer } from "./kill-server.ts";

process.exit(await runMeasures([killServer], process.argv.slice(2)));
