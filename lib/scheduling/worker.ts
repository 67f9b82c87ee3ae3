import type { BusyQuestion, BusyReply } from "./domain/busy.ts";
import { readBusy } from "./usecases/read-busy.ts";

// A thread of the browser, loaded when somebody chooses a file: see components/scheduling/sheet/calendar-file.tsx.

self.addEventListener("message", (event: MessageEvent<BusyQuestion>) => {
  const { file, slots, home } = event.data;
  const reply = (found: BusyReply) => self.postMessage(found);
  file
    .arrayBuffer()
    .then((bytes) => reply(readBusy(new Uint8Array(bytes), slots, home)))
    .catch(() => reply(null));
});
