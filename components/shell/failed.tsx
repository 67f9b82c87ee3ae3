"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button";
import { PageHeading } from "#components/ui/page-heading";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** What a page says when it failed on our side. */
export function Failed({ error, reset }: Props) {
  const t = useTranslations("errorPage");
  return (
    <>
      <PageHeading title={t("failedTitle")} lead={t("failedText")} />
      {error.digest && <p className="mb-4 text-muted">{t("number", { digest: error.digest })}</p>}
      <Button variant="primary" onClick={reset}>
        {t("again")}
      </Button>
    </>
  );
}
