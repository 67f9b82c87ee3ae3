import { DemoBar } from "#components/demo/demo-bar";
import { findCast } from "#lib/demo/usecases/find-cast";
import { findCurrentActor } from "#lib/web/session";
import { becomeAction } from "./(app)/demo/actions";

/** The bar of the demonstration; nothing anywhere else. */
export async function DemoBanner() {
  const cast = await findCast();
  if (!cast) return null;
  const actor = await findCurrentActor();
  return <DemoBar cast={cast} person={actor && { id: actor.id, name: actor.name }} become={becomeAction} />;
}
