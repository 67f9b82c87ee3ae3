import * as z from "zod";

/** A room's name, taken apart: `report:<document id>:<generation>`. */
export type Room = { readonly kind: string; readonly documentId: string; readonly generation: number };

const ROOM = /^(report):([0-9a-f-]{36}):([1-9][0-9]{0,5})$/;

/** Takes a room's name apart; anything else is refused. */
export const roomSchema = z
  .string()
  .max(100)
  .transform((name) => {
    const [, kind, documentId, generation] = ROOM.exec(name) ?? [];
    return { kind, documentId, generation: Number(generation) };
  })
  .pipe(z.object({ kind: z.string(), documentId: z.uuid(), generation: z.int() }));

/** The query of the socket's address: which version of the editor's schema asks to come in. */
export const socketQuerySchema = z.object({
  schema: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/)
    .transform(Number),
});

const whole = z.int().min(0);
const identifier = z.object({ client: whole, clock: whole });
const position = z.object({
  type: identifier.nullish(),
  tname: z.string().max(100).nullish(),
  item: identifier.nullish(),
  assoc: z.int().nullish(),
});

/**
 * What a browser may say of itself to the others: where its caret stands. Everything else, the name above all,
 * is put in by the server.
 */
export const presenceSchema = z.object({
  cursor: z.object({ anchor: position, head: position }).nullish().catch(null),
});
