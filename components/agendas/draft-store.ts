"use client";

import { useSyncExternalStore } from "react";

// Unsaved changes live in the browser's own store, so that they survive a reload, an error and a session that ended.
// Where that store is closed (private windows) they live as long as the page.

const memory = new Map<string, string>();
const listeners = new Set<() => void>();

/** The text kept under a key, or null; the page is drawn anew when it changes, here or in another tab. */
export function useKeptText(key: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readText(key),
    () => null,
  );
}

/** The text kept under a key now. */
export function readText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps a text, or forgets it when null. */
export function keepText(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // it stays in memory
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
