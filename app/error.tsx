"use client";

import type { ComponentProps } from "react";
import { Failed } from "#components/shell/failed";

export default function FailedPage(props: ComponentProps<typeof Failed>) {
  return (
    <main className="mx-auto max-w-page px-4 py-8 sm:px-6">
      <Failed {...props} />
    </main>
  );
}
