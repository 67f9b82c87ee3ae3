import { getRequestConfig } from "next-intl/server";
import en from "#messages/en";

/** Language of a request. English is the only one so far; the others are more files beside it. */
const config = getRequestConfig(async () => ({
  locale: "en",
  messages: en,
  timeZone: "UTC",
  now: new Date(),
}));

export default config;
