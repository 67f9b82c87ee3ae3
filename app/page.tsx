import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button-link";
import { Section } from "#components/ui/section";
import { findCurrentActor } from "#lib/web/session";
import { Frame } from "./frame";

export default async function WelcomePage() {
  const t = await getTranslations("welcome");
  const actor = await findCurrentActor();
  return (
    <Frame>
      <header className="max-w-measure py-8">
        <h1 className="text-4xl font-semibold tracking-tight">{t("title")}</h1>
        <p className="mt-4 text-xl text-muted">{t("lead")}</p>
        <div className="mt-8">
          <ButtonLink href={actor ? "/home" : "/sign-in"} variant="primary">
            {actor ? t("open") : t("signIn")}
          </ButtonLink>
        </div>
      </header>
      <Section title={t("steps")}>
        <ol className="max-w-measure list-decimal space-y-2 ps-6">
          {(["step1", "step2", "step3", "step4", "step5"] as const).map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </Section>
    </Frame>
  );
}
