import type { ReactNode } from "react";
import { BareFrame } from "../bare-frame";
import { SomeWords } from "../some-words";

/** Few words and nothing else to load: the reader has no account and perhaps a poor connection. */
export default function PollLayout({ children }: { children: ReactNode }) {
  return (
    <SomeWords of={["ui", "scheduling.joining"]}>
      <BareFrame>{children}</BareFrame>
    </SomeWords>
  );
}
