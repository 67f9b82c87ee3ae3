const MOST = 20;

/**
 * At most twenty whose name holds the given letters, in any case: those who are called exactly so first, then in the
 * order given. Nobody without letters.
 */
export function findByName<T extends { readonly name: string }>(people: readonly T[], text: string): T[] {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const found = people.filter(({ name }) => name.toLowerCase().includes(wanted));
  const isExact = ({ name }: T) => name.toLowerCase() === wanted;
  return [...found.filter(isExact), ...found.filter((one) => !isExact(one))].slice(0, MOST);
}
