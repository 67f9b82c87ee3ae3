"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { RankingView } from "#lib/decisions/domain/ranking-view";
import type { WordKey } from "#lib/kernel/words";

/** A ranking that is being worked out, or the last one that was. */
export type RankingState = {
  readonly ranking: RankingView | null;
  readonly refused: WordKey | null;
  /** Share of the work done, 0 to 1; null when nothing is under way or it has taken less than a second. */
  readonly progress: number | null;
  readonly busy: boolean;
};

type Line = { progress?: number; ranking?: RankingView; refused?: WordKey };

const QUIET_MS = 150;
const SHOWN_AFTER_MS = 1_000;

/**
 * Ranks anew whenever it is asked to, shortly after the last change; a newer question gives up the one before, on the
 * server too.
 */
export function useRanking(url: string, first: Pick<RankingState, "ranking" | "refused">) {
  const [state, setState] = useState<RankingState>({ ...first, progress: null, busy: false });
  const running = useRef<AbortController | null>(null);

  const cancel = useCallback(() => {
    running.current?.abort();
    setState((before) => ({ ...before, busy: false, progress: null }));
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const ask = useCallback(
    (query: string) => {
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      setState((before) => ({ ...before, busy: true }));
      void rank(`${url}?${query}`, mine.signal, (change) => {
        if (!mine.signal.aborted) setState((before) => ({ ...before, ...change }));
      });
    },
    [url],
  );
  return { ...state, ask, cancel };
}

async function rank(url: string, signal: AbortSignal, tell: (change: Partial<RankingState>) => void) {
  try {
    await pause(QUIET_MS, signal);
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
