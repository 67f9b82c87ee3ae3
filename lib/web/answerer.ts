import type { Answerer } from "#lib/scheduling/usecases/find-answerer";
import { requireActor } from "./session.ts";

/** Who is signed in, in the poll that a form names: that of a series, or the small one of one of its meetings. */
export async function signedInAnswerer(form: FormData): Promise<Answerer> {
  const sequence = form.get("sequence");
  return {
    ...{ actor: await requireActor(), reference: String(form.get("reference") ?? "").slice(0, 200) },
    ...(sequence === null ? {} : { sequence: Math.min(999, Math.max(0, Math.trunc(Number(sequence)) || 0)) }),
  };
}
