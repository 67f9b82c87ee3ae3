import type { ReactNode } from "react";
import { BareFrame } from "../../bare-frame";
import { SomeWords } from "../../some-words";

export default function AnswerLayout({ children }: { children: ReactNode }) {
  return (
    <BareFrame>
      <SomeWords of={["answering", "moment", "ui", "errorPage"]}>{children}</SomeWords>
    </BareFrame>
  );
}
