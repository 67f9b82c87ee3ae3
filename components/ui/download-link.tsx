import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";

/** A link to a file, such as a Word document. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <ButtonLink href={href} download variant="secondary">
      <span aria-hidden="true">↓</span> {children}
    </ButtonLink>
  );
}
