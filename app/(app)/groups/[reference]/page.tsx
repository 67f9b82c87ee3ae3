import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { AddGroupForm } from "#components/groups/add-group-form";
import { GroupFacts } from "#components/groups/group-facts";
import { GroupForm } from "#components/groups/group-form";
import { GroupMeetings } from "#components/groups/group-meetings";
import { GroupTree } from "#components/groups/group-tree";
import { RolesToday } from "#components/groups/roles-today";
import { ActionForm } from "#components/ui/action-form";
import { PageHeading } from "#components/ui/page-heading";
import { Section } from "#components/ui/section";
import { addressOf, referenceAt } from "#lib/groups/domain/reference";
import { type GroupView, showGroup } from "#lib/groups/usecases/show-group";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import { forPage } from "#lib/web/page";
import { requireActor } from "#lib/web/session";
import * as actions from "../actions";

type Props = PageProps<"/groups/[reference]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference } = await params;
  return { title: referenceAt(reference) ?? (await getTranslations("groups"))("title") };
}

export default async function GroupPage({ params }: Props) {
  const { reference } = await params;
  const view = await forPage(async () => showGroup(await requireActor(), reference));
  const { group, roles, meetings, mayEdit } = view;
  const t = await getTranslations("groups");
  const today = dayIn(new Date(), GENEVA);
  const { addMeetingAction: add, updateMeetingAction: update, removeMeetingAction: remove } = actions;
  return (
    <>
      <Above view={view} label={t("above")} all={t("title")} />
      <PageHeading title={group.reference} lead={group.title || t("noTitle")} />
      <GroupFacts group={group} />
      {mayEdit && (
        <details className="mt-4">
          <summary className="min-h-6 text-accent underline">{t("edit")}</summary>
          <div className="mt-3">
            <GroupForm
              key={group.version}
              group={group}
              parents={view.parents}
              action={actions.updateGroupAction}
            />
          </div>
        </details>
      )}
      <Section title={t("rolesToday")}>
        <RolesToday roles={roles} />
      </Section>
      <Section title={t("meetings")} lead={t("meetingsLead")}>
        <GroupMeetings
          meetings={meetings}
          edit={mayEdit ? { groupId: group.id, today, add, update, remove } : null}
        />
      </Section>
      {group.kind !== "Q" && <Below view={view} />}
      {view.mayRemove && (
        <Section title={t("removeTitle")} lead={t("removeLead")}>
          <ActionForm
            action={actions.removeGroupAction}
            submit={t("remove", { reference: group.reference })}
            variant="danger"
            hidden={{ groupId: group.id }}
          />
        </Section>
      )}
    </>
  );
}

function Above({ view, label, all }: { view: GroupView; label: string; all: string }) {
  return (
    <nav aria-label={label} className="mb-4">
      <ol className="flex flex-wrap gap-x-2">
        <li>
          <Link href="/groups">{all}</Link>
        </li>
        {view.above.map(({ id, reference }) => (
          <li key={id} className="before:me-2 before:text-muted before:content-['/']">
            <Link href={`/groups/${addressOf(reference)}` as never}>{reference}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

async function Below({ view: { group, below, mayEdit } }: { view: GroupView }) {
  const t = await getTranslations("groups");
  const number = group.reference.split("/").at(-1)?.replace("SG", "") ?? "";
  return (
    <Section title={t("below")}>
      {below.length === 0 ? <p className="text-muted">{t("noneBelow")}</p> : <GroupTree branches={below} />}
      {mayEdit && (
        <details className="mt-4">
          <summary className="min-h-6 text-accent underline">{t("addBelow")}</summary>
          <div className="mt-3">
            <AddGroupForm
              studyPeriodId={group.studyPeriodId}
              parentId={group.id}
              example={group.kind === "WP" ? `Q1/${number}` : t("example", { number })}
              action={actions.addGroupAction}
            />
          </div>
        </details>
      )}
    </Section>
  );
}
