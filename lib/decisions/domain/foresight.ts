import type { Likelihood } from "#lib/ranking/domain/likelihood";

/** What can be told of the end of a poll before its end: how likely a series is, or what can still change the best one. */
export type Foresight =
  | ({ readonly kind: "likely" } & Likelihood)
  | {
      readonly kind: "deciding";
      /** Whether a series is possible with the answers so far. */
      readonly hasSeries: boolean;
      readonly isDecided: boolean;
      /** Whose missing answers can still change the best series. */
      readonly people: readonly { readonly id: string; readonly name: string; readonly letter: string }[];
    };
