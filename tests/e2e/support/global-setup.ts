/** What Playwright calls before and after all journeys: it asks for a default export. */
export { startServers as default } from "./servers.ts";
