"use server";

import { refresh } from "next/cache";
import { commentIdSchema, commentSchema } from "#lib/scheduling/schema";
import { deleteComment } from "#lib/scheduling/usecases/delete-comment";
import type { Answerer } from "#lib/scheduling/usecases/find-answerer";
import { writeComment } from "#lib/scheduling/usecases/write-comment";
import { parseForm, runAction } from "#lib/web/action";
import type { ActionState } from "#lib/web/action-state";
import { signedInAnswerer } from "#lib/web/answerer";

export async function writeCommentAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await writeComment(await answererOf(form), parseForm(commentSchema, form));
    refresh();
    return "answering.comments.written";
  }, form);
}

export async function deleteCommentAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    await deleteComment(await answererOf(form), parseForm(commentIdSchema, form).commentId);
    refresh();
    return "answering.comments.deleted";
  });
}

/** The holder of the personal link that the form carries, or else who is signed in. */
async function answererOf(form: FormData): Promise<Answerer> {
  const token = form.get("token");
  if (typeof token === "string") return { token };
  return signedInAnswerer(form);
}
