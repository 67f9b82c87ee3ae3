import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses, type ButtonVariant } from "./button";

type Props = {
  href: string;
  variant?: ButtonVariant;
  className?: string;
  /** A file, not a page: the browser loads it instead of the router. */
  download?: boolean;
  children: ReactNode;
};

/** A link that looks like a button. */
export function ButtonLink({ href, variant = "secondary", className, download, children }: Props) {
  const look = buttonClasses(variant, className);
  if (download) {
    return (
      <a href={href} className={look} download>
        {children}
      </a>
    );
  }
  return (
    <Link prefetch={false} href={href as never} className={look}>
      {children}
    </Link>
  );
}
