import { constants } from "node:zlib";
import compression from "compression";

/** Answers with Brotli if the browser takes it (by HTTPS, or on its own machine), else with gzip. */
export const compressPage = compression({ brotli: brotli(4) });

/** As pages, but pressed harder: a browser keeps a built file. */
export const compressFile = compression({ brotli: brotli(6) });

/** With a window as long as a page: the words that its HTML and its scripts both hold are found again. */
function brotli(quality: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 18,
    },
  };
}
