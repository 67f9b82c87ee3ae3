import { useTranslations } from "next-intl";
import { Menu } from "./menu";

type Theme = "light" | "dark" | "system";
type Props = { theme: Theme; action: (form: FormData) => Promise<void> };

const SIGNS: Record<Theme, string> = { light: "☼", dark: "☾", system: "◐" };

/** Light, dark, or as the device says. */
export function ThemeChoice({ theme, action }: Props) {
  const t = useTranslations("shell");
  const names = { light: t("themeLight"), dark: t("themeDark"), system: t("themeSystem") };
  return (
    <Menu label={`${t("theme")}: ${names[theme]}`} name={<span aria-hidden="true">{SIGNS[theme]}</span>}>
      <form action={action}>
        {(["light", "dark", "system"] as const).map((choice) => (
          <button
            key={choice}
            name="theme"
            value={choice}
            aria-pressed={choice === theme}
            className="flex min-h-11 w-full items-center gap-2 px-2 text-start hover:bg-shade aria-pressed:font-semibold"
          >
            <span aria-hidden="true">{SIGNS[choice]}</span> {names[choice]}
          </button>
        ))}
      </form>
    </Menu>
  );
}
