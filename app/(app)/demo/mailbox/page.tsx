import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailboxTable } from "#components/demo/mailbox-table";
import { ButtonLink } from "#components/ui/button-link";
import { Empty } from "#components/ui/empty";
import { PageHeading } from "#components/ui/page-heading";
import { mailboxSchema } from "#lib/demo/schema";
import { listMailbox } from "#lib/demo/usecases/list-mailbox";
import { GENEVA } from "#lib/kernel/zone";
import { forPage } from "#lib/web/page";
import { findCurrentActor } from "#lib/web/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  await forPage(() => listMailbox({}));
  const t = await getTranslations("demo.mailbox");
  return { title: t("title") };
}

export default async function MailboxPage({ searchParams }: Props) {
  const query = mailboxSchema.safeParse(await searchParams);
  if (!query.success) notFound();
  const { before, to } = query.data;
  const { mails, count, next } = await forPage(() => listMailbox(query.data));
  const actor = await findCurrentActor();
  const t = await getTranslations("demo.mailbox");
  return (
    <>
      <PageHeading title={t("title")} lead={to ? t("leadTo", { address: to }) : t("lead")}>
        {to && <ButtonLink href="/demo/mailbox">{t("back")}</ButtonLink>}
      </PageHeading>
      {mails.length === 0 && <Empty title={t("none")}>{t("noneText")}</Empty>}
      {mails.length > 0 && (
        <>
          <p className="mb-4 text-muted">{t("count", { count })}</p>
          <MailboxTable mails={mails} timeZone={actor?.timeZone ?? GENEVA} />
          <p className="mt-6 flex gap-4">
            {before && <ButtonLink href={addressOf({ to })}>{t("newer")}</ButtonLink>}
            {next && <ButtonLink href={addressOf({ to, before: next })}>{t("more")}</ButtonLink>}
          </p>
        </>
      )}
    </>
  );
}

function addressOf(query: Partial<Record<"to" | "before", string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `/demo/mailbox?${new URLSearchParams(given).toString()}`;
}
