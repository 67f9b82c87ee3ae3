import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { BrowserWords } from "#components/shell/words";
import { BareFrame } from "../bare-frame";

export default async function PollLayout({ children }: { children: ReactNode }) {
  return (
    <BareFrame>
      <BrowserWords locale={await getLocale()}>{children}</BrowserWords>
    </BareFrame>
  );
}
