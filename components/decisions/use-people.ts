"use client";

import { useEffect, useRef, useState } from "react";
import type { ListedPerson } from "./chooser-lists";

const QUIET_MS = 200;

/**
 * The people that the page knows by name: those it came with, and those found since by letters of their names. `suggest`
 * looks for more shortly after the last letter, `find` at once.
 */
export function usePeople(url: string, first: readonly ListedPerson[]) {
  const [people, setPeople] = useState(first);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const find = async (name: string): Promise<readonly ListedPerson[]> => {
    clearTimeout(waiting.current);
    const answer = await fetch(`${url}?name=${encodeURIComponent(name)}`).catch(() => null);
    if (!answer?.ok) return people;
    const { people: found }: { people: readonly ListedPerson[] } = await answer.json();
    const more = found.filter(({ id }) => !people.some((known) => known.id === id));
    setPeople((known) => [...known, ...more.filter(({ id }) => !known.some((one) => one.id === id))]);
    return [...people, ...more];
  };
  const suggest = (name: string) => {
    clearTimeout(waiting.current);
    if (name.trim().length > 1) waiting.current = setTimeout(() => void find(name), QUIET_MS);
  };
  return { people, find, suggest };
}
