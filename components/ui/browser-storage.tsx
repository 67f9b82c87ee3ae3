"use client";

/** Keeps a text in this browser. Storage may be full or forbidden: then nothing is kept, and the page works as before. */
export function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    return;
  }
}

/** Forgets it. */
export function removeText(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}

/** The text that was kept, or null. */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
