import type { ComponentProps } from "react";
import { classes } from "./classes";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-sm px-4 py-2 text-base leading-tight font-semibold no-underline aria-disabled:opacity-60";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:underline",
  secondary: "border border-control bg-surface text-ink hover:bg-shade",
  quiet: "px-2 text-accent underline underline-offset-4 hover:bg-shade",
  danger: "border border-bad text-bad bg-surface hover:bg-bad-shade",
};

export const buttonClasses = (variant: ButtonVariant, className?: string) =>
  classes(SHAPE, VARIANTS[variant], className);

/** A button. A page shows at most one of the variant `primary`. */
export function Button({
  variant = "secondary",
  className,
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button type="button" className={buttonClasses(variant, className)} {...rest} />;
}
