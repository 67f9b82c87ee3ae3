import type { ReactNode } from "react";
import { buttonClasses, type ButtonVariant } from "./button";

type Props = { href: string; variant?: ButtonVariant; children: ReactNode };

/** A link that looks like a button and loads its page whole: for pages that must work without any script. */
export function PlainLink({ href, variant = "secondary", children }: Props) {
  return (
    <a href={href} className={buttonClasses(variant)}>
      {children}
    </a>
  );
}
