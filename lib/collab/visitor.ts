import { findSignedIn } from "#lib/auth/session";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { type Admission, findKeeper } from "./keepers.ts";
import { type Room, roomSchema } from "./schema.ts";

/** Who is at the other end of a socket. */
export type Visitor = {
  readonly personId: string;
  readonly name: string;
  /** The Cookie header it came with: the session in it is looked up again while the socket lives. */
  readonly cookie: string;
  /** Version of the schema that the editor at the other end knows. */
  readonly schemaVersion: number;
  /** Letter of the side, known once a room was entered. */
  readonly side?: string | null;
};

/** The signed-in person who sent this Cookie header, or null. Rights are read anew at each call. */
export const findVisitor = (cookie: string): Promise<Actor | null> => findSignedIn(cookie);

/**
 * Lets a visitor into a room, by what the database says now.
 *
 * @throws AppError `unauthenticated` when the session has ended, `conflict` when the editor is older than the
 * document, `not_found` for a room that does not exist or is not for this person.
 */
export async function admitVisitor(visitor: Visitor, name: string): Promise<Admission & { room: Room }> {
  const room = roomSchema.safeParse(name);
  const keeper = room.success ? findKeeper(room.data.kind) : undefined;
  if (!room.success || !keeper) throw new AppError("not_found", "refusal.notFound");
  const actor = await findVisitor(visitor.cookie);
  if (actor?.id !== visitor.personId || !actor)
    throw new AppError("unauthenticated", "refusal.unauthenticated");
  const admission = await keeper(actor, room.data.documentId);
  if (admission.generation !== room.data.generation) throw new AppError("not_found", "refusal.notFound");
  if (visitor.schemaVersion < admission.schemaVersion) throw new AppError("conflict", "refusal.conflict");
  return { ...admission, room: room.data };
}
