import { once } from "#lib/kernel/once";
import type { Actor } from "#lib/people/domain/actor";

/** What somebody may do in a room, as the database says now. */
export type Admission = {
  readonly mayWrite: boolean;
  /** Letter of the side the person stands for; null for those of none. */
  readonly side: string | null;
  /** The generation of the document; a room of another one does not exist. */
  readonly generation: number;
  /** An editor with a lower schema version is refused. */
  readonly schemaVersion: number;
};

/**
 * Says who may enter the rooms of one kind.
 *
 * @throws AppError when the person may not, or there is no such document.
 */
export type Keeper = (actor: Actor, documentId: string) => Promise<Admission>;

const keepers = once("collab.keepers", () => new Map<string, Keeper>());

/** Names the use case that admits people to a kind of room. Rooms of a kind that nobody keeps do not exist. */
export function keepRooms(kind: string, keeper: Keeper): void {
  keepers.set(kind, keeper);
}

/** The keeper of a kind of room, if there is one. */
export function findKeeper(kind: string): Keeper | undefined {
  return keepers.get(kind);
}
