"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { SETTINGS_COOKIE, type SheetSettings, writeSettings } from "#lib/scheduling/domain/sheet-settings";
import { AnswerSheet, type SheetProps } from "./sheet/answer-sheet";
import { SettingsForm } from "./sheet/settings-form";

const YEAR_SECONDS = 365 * 24 * 3_600;

/** The sheet under its settings, which the browser remembers for the next page. */
export function AnswerPoll({ settings: first, ...sheet }: SheetProps & { settings: SheetSettings }) {
  const [settings, setSettings] = useState(first);
  const choose = (next: SheetSettings) => {
    setSettings(next);
    remember(next);
  };
  return (
    <>
      <ToAnswers />
      <SettingsForm settings={settings} home={sheet.plan.home} onChoose={choose} />
      <AnswerSheet {...sheet} settings={settings} onView={(view) => choose({ ...settings, view })} />
    </>
  );
}

/** For the keyboard: the first slot is two keys away. Without scripts the link leads to the list. */
function ToAnswers() {
  const t = useTranslations("answering");
  const go = (event: MouseEvent) => {
    const first = document.querySelector<HTMLElement>('.sheet [tabindex="0"], .sheet input');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  return (
    <a
      href="#answers"
      onClick={go}
      className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
    >
      {t("toAnswers")}
    </a>
  );
}

function remember(settings: SheetSettings): void {
  const value = encodeURIComponent(writeSettings(settings));
  document.cookie = `${SETTINGS_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
