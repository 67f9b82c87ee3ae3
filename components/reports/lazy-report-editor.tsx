"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import type { ReportEditorProps } from "./report-editor";

// The editor is large, and only this page needs it.
const Editor = lazy(async () => ({ default: (await import("./report-editor")).ReportEditor }));

const never = () => () => {};

/** The editor, once its script is here; until then, and without scripts for good, the report as the server drew it. */
export function LazyReportEditor(props: ReportEditorProps) {
  const isBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isBrowser) return props.children;
  return (
    <Suspense fallback={props.children}>
      <Editor {...props} />
    </Suspense>
  );
}
