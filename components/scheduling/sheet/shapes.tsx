/** How the three answers look everywhere: shape before colour. */
export const SHAPES = [
  ["yes", "●"],
  ["if_need_be", "◐"],
  ["no", "○"],
] as const;
