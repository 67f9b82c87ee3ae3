import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DemoMail } from "#components/demo/demo-mail";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeading } from "#components/ui/page-heading";
import { mailSchema } from "#lib/demo/schema";
import { showMail } from "#lib/demo/usecases/show-mail";
import { GENEVA } from "#lib/kernel/zone";
import { forPage } from "#lib/web/page";
import { findCurrentActor } from "#lib/web/session";

type Props = { params: Promise<{ id: string }> };

async function read({ params }: Props) {
  const input = mailSchema.safeParse(await params);
  if (!input.success) notFound();
  return forPage(() => showMail(input.data));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await read(props)).subject };
}

export default async function MailPage(props: Props) {
  const mail = await read(props);
  const actor = await findCurrentActor();
  const t = await getTranslations("demo.mailbox");
  return (
    <>
      <PageHeading title={t("one")}>
        <ButtonLink href="/demo/mailbox">{t("back")}</ButtonLink>
      </PageHeading>
      <DemoMail mail={mail} timeZone={actor?.timeZone ?? GENEVA} />
    </>
  );
}
