"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Aims } from "#lib/decisions/domain/aims";
import type { RankingView } from "#lib/decisions/domain/ranking-view";
import type { WordKey } from "#lib/kernel/words";

/** A ranking that is being worked out, or the last one that was. */
export type RankingState = {
  readonly ranking: RankingView | null;
  /** What the ranking at hand was made for; the controls may have moved since. */
  readonly aims: Aims;
  readonly refused: WordKey | null;
  /** Share of the work done, 0 to 1; null when nothing is under way or it has taken less than a second. */
  readonly progress: number | null;
  readonly busy: boolean;
  readonly givenUp: boolean;
};

type First = Pick<RankingState, "ranking" | "refused" | "aims">;
type Line = { progress?: number; ranking?: RankingView; refused?: WordKey };
type Tell = (change: Partial<RankingState>) => void;

const QUIET_MS = 150;
const SHOWN_AFTER_MS = 1_000;

/**
 * Ranks anew whenever it is asked to, shortly after the last change; a newer question gives up the one before, on the
 * server too. `search` begins at once and is seen at once. A page that came before its ranks were found searches by itself.
 */
export function useRanking(addressOf: (aims: Aims) => string, first: First) {
  const isFound = first.ranking !== null || first.refused !== null;
  const [state, setState] = useState<RankingState>({
    ...{ ranking: first.ranking, refused: first.refused, aims: first.aims },
    ...{ progress: isFound ? null : 0, busy: !isFound, givenUp: false },
  });
  const running = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, busy: false, progress: null, givenUp: true }));
  }, []);

  const ask = (aims: Aims, { isPatient = true }: { isPatient?: boolean } = {}) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const seen = isPatient ? {} : { progress: 0, refused: null };
    setState((before) => ({ ...before, ...seen, busy: true, givenUp: false }));
    const tell: Tell = ({ ranking, ...change }) => {
      if (mine.signal.aborted) return;
      setState((before) => ({ ...before, ...change, ...(ranking !== undefined && { ranking, aims }) }));
    };
    void rank(addressOf(aims), { signal: mine.signal, quietMs: isPatient ? QUIET_MS : 0, tell });
  };
  const search = (aims: Aims) => ask(aims, { isPatient: false });
  const begin = useRef(() => {
    if (!isFound) search(first.aims);
  });
  useEffect(() => {
    begin.current();
    return () => running.current?.abort();
  }, []);
  return { ...state, ask, search, cancel };
}

type Asking = { signal: AbortSignal; quietMs: number; tell: Tell };

async function rank(url: string, { signal, quietMs, tell }: Asking) {
  try {
    if (quietMs > 0) await pause(quietMs, signal);
    const began = Date.now();
    const answer = await fetch(url, { signal });
    if (!answer.ok || !answer.body) throw new Error(`status ${answer.status}`);
    await readLines(answer.body, ({ progress, ranking, refused }) => {
      if (progress !== undefined && Date.now() - began > SHOWN_AFTER_MS) tell({ progress });
      if (ranking) tell({ ranking, refused: null });
      if (refused) tell({ ranking: null, refused });
    });
    tell({ busy: false, progress: null });
  } catch {
    tell({ busy: false, progress: null, refused: "decisions.refusal.unreachable" });
  }
}

async function readLines(body: ReadableStream<Uint8Array>, each: (line: Line) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line) each(JSON.parse(line));
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("given up"));
    });
  });
}
