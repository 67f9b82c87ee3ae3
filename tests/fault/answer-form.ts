import { readFileSync } from "node:fs";

/** What the page says after it has kept the answers, up to the time of day. */
const SAVED = () => {
  const messages = JSON.parse(readFileSync("messages/en.json", "utf8")) as {
    answering: { saved: string };
  };
  return messages.answering.saved.split("{")[0] ?? "";
};

/**
 * Fills in the answer sheet of a personal link as a browser without scripts does: asks for the page, sends its form
 * with this note. True when the page then says that it was saved.
 */
export async function answerWithNote(url: string, note: string): Promise<boolean> {
  const page = await (await fetch(url)).text();
  const form = /<form\b[^>]*>(?=(?:(?!<\/form>)[\s\S])*name="note")[\s\S]*?<\/form>/.exec(page)?.[0];
  if (!form) throw new Error("the page has no answer sheet");
  const filled = valuesOf(form);
  filled.set("note", note);
  // Undici would send a form in pieces of unknown length; browsers say how long it is.
  const encoded = new Response(filled);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = { "content-type": encoded.headers.get("content-type") ?? "", origin: new URL(url).origin };
  const answer = await fetch(url, { method: "POST", body, headers });
  return answer.ok && (await answer.text()).includes(SAVED());
}

function valuesOf(form: string): FormData {
  const values = new FormData();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const field = attributes(tag);
    const counts = field.type === "hidden" || (field.type === "radio" && "checked" in field);
    if (counts && field.name) values.append(field.name, field.value ?? "");
  }
  return values;
}

function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of tag.matchAll(/\s([\w$:.-]+)(?:="([^"]*)")?/g))
    found[name] = unescape(value);
  return found;
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&#x27;": "'",
};
const unescape = (text: string) =>
  text.replace(/&(?:amp|quot|lt|gt|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
