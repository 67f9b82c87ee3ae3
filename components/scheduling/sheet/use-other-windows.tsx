"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";

/** Tells the other windows of this browser that the sheet was saved, and loads it anew when one of them says so. */
export function useOtherWindows(sheetId: string): () => void {
  const router = useRouter();
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(`liaise.sheet.${sheetId}`);
    opened.onmessage = () => router.refresh();
    channel.current = opened;
    return () => {
      opened.close();
      channel.current = null;
    };
  }, [sheetId, router]);
  return useCallback(() => channel.current?.postMessage("saved"), []);
}
