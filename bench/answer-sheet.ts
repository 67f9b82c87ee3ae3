import { figure, type Measure } from "./figure.ts";
import { countBytes, withBrowser, withPage, withPoll } from "./with-product.ts";

/** What the answer sheet of a personal link with 40 slots brings over the wire, beside a page with hardly anything. */
export const answerSheet: Measure = {
  name: "answer-sheet",
  run: () =>
    withPoll({ name: "answer-sheet", slots: 40, people: 4 }, ({ url }, { invitees }) =>
      withBrowser(async (browser) => {
        const weigh = (path: string) =>
          withPage(browser, { url }, async (page) => {
            const bytes = await countBytes(page);
            await page.goto(`${url}${path}`, { waitUntil: "networkidle" });
            return (kind: string) => [(bytes.get(kind) ?? 0) / 1_000];
          });
        const sheet = await weigh(`/answer/${invitees[0]?.token ?? ""}`);
        const bare = await weigh("/sign-in");
        const unit = "kB compressed";
        return [
          figure({ name: "answer-sheet.html", unit, target: "<= 20", note: "40 slots" }, sheet("Document")),
          figure({ name: "answer-sheet.script", unit, target: "<= 180" }, sheet("Script")),
          figure({ name: "answer-sheet.script-alone", unit, note: "of /sign-in" }, bare("Script")),
        ];
      }),
    ),
};
