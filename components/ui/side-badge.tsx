import { useTranslations } from "next-intl";
import { classes } from "./classes";

const LOOKS: Record<string, string> = {
  A: "border-side-a bg-side-a-shade text-side-a border-s-4 border-solid",
  B: "border-side-b bg-side-b-shade text-side-b border-s-4 border-double",
};

/** A side: letter, colour and pattern, the same on every page. */
export function SideBadge({ letter, name }: { letter: string; name?: string }) {
  const t = useTranslations("ui");
  return (
    <span
      className={classes(
        "inline-flex items-baseline gap-1 border px-1.5 text-sm leading-6 font-semibold",
        LOOKS[letter] ?? "border-control bg-shade text-ink",
      )}
    >
      <span className="sr-only">{t("side", { letter })}</span>
      <span aria-hidden="true">{letter}</span>
      {name && <span>{name}</span>}
    </span>
  );
}
