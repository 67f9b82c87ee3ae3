import type { ReactNode } from "react";
import { Fact, Facts } from "#components/ui/facts";

type Props = {
  /** Label and value of each header line, in order. */
  head: readonly { readonly label: string; readonly value: ReactNode }[];
  subject: string;
  text: string;
  children?: ReactNode;
};

/** A mail as it looks to who opens it: its head, its plain text, and below it what is attached. */
export function MailSheet({ head, subject, text, children }: Props) {
  return (
    <article className="max-w-measure border border-line bg-surface p-4 sm:p-6">
      <Facts>
        {head.map(({ label, value }) => (
          <Fact key={label} label={label}>
            <span className="break-words">{value}</span>
          </Fact>
        ))}
      </Facts>
      <p dir="auto" className="mt-4 border-t border-line pt-4 text-lg font-semibold break-words">
        {subject}
      </p>
      <div dir="auto" className="mt-3 break-words whitespace-pre-wrap">
        <LinkedText>{text}</LinkedText>
      </div>
      {children && <div className="mt-4 border-t border-line pt-4">{children}</div>}
    </article>
  );
}

/** A plain text whose web addresses can be followed, as mail programs show it. */
function LinkedText({ children }: { children: string }) {
  return children.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
