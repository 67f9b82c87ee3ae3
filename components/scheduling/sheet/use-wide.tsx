"use client";

import { useSyncExternalStore } from "react";

/** As wide as sheet.css asks before it makes a grid of its own accord. */
const WIDE = "(min-width: 48rem)";

/** Whether the page is wide enough for a grid. Before scripts run it is taken to be: the style sheet decides then. */
export function useWide(): boolean {
  return useSyncExternalStore(listen, isWide, () => true);
}

const isWide = () => window.matchMedia(WIDE).matches;

function listen(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
