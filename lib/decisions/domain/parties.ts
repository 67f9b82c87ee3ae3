import type { Series } from "#lib/series/domain/series";

/** The sides of a series as the burden ledger knows them: `SG2+SG20`, in the order of the alphabet. */
export const partiesOf = ({ sides }: Pick<Series, "sides">): string =>
  sides
    .map(({ group }) => group.reference)
    .sort()
    .join("+");
