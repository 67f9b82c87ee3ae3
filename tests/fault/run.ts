/** `npm run fault -- NAME…`: breaks things on purpose, and prints a JSON line for each figure. */
import { runMeasures } from "../../bench/figure.ts";
import { calendarBombs } from "./calendar-bombs.ts";
import { collabLog } from "./collab-log.ts";
import { killServer } from "./kill-server.ts";
import { races } from "./races.ts";

process.exit(await runMeasures([killServer, collabLog, races, calendarBombs], process.argv.slice(2)));
