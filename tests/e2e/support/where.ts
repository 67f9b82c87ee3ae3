/** One of the two products that the journeys walk through. */
export type Where = { readonly url: string; readonly database: string };

/** Where they are, as `servers.ts` said. */
export function where(): { demo: Where; plain: Where; mails: string; told: string } {
  const said = process.env.LIAISE_E2E;
  if (!said) throw new Error("the servers of the journeys were not started");
  return JSON.parse(said) as ReturnType<typeof where>;
}
