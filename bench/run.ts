/** `npm run bench -- NAME…`: measures, and prints a JSON line for each figure. */
import { answerSheet } from "./answer-sheet.ts";
import { choosePage } from "./choose-page.ts";
import { chooser } from "./chooser.ts";
import { runMeasures } from "./figure.ts";
import { pageWeight } from "./page-weight.ts";
import { pollLarge } from "./poll-large.ts";
import { pollPage } from "./poll-page.ts";
import { start } from "./start.ts";
import { submit } from "./submit.ts";

process.exit(
  await runMeasures(
    [start, pollPage, pollLarge, submit, pageWeight, answerSheet, choosePage, chooser],
    process.argv.slice(2),
  ),
);
