"use server";

import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { becomeSchema } from "#lib/demo/schema";
import { becomePerson } from "#lib/demo/usecases/become-person";
import { isAppError } from "#lib/kernel/errors";
import { parseForm } from "#lib/web/action";

/** Signs the visitor of the demonstration in as one of its cast. Answers 404 everywhere else. */
export async function becomeAction(form: FormData): Promise<void> {
  const cookie = await become(form);
  (await cookies()).set(cookie);
  redirect("/home" as never);
}

async function become(form: FormData) {
  try {
    return await becomePerson(parseForm(becomeSchema, form));
  } catch (error) {
    if (isAppError(error)) notFound();
    throw error;
  }
}
