import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form";
import { DayText } from "#components/ui/day";
import { TextField } from "#components/ui/fields";
import type { GroupMeeting } from "#lib/groups/domain/group";
import type { Day } from "#lib/kernel/day";
import type { ActionState } from "#lib/web/action-state";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  meetings: readonly GroupMeeting[];
  /** Null for those who may only read. */
  edit: {
    readonly groupId: string;
    readonly today: Day;
    readonly add: Action;
    readonly update: Action;
    readonly remove: Action;
  } | null;
};

/** The next meetings of a group itself, each with where it was read and when. */
export function GroupMeetings({ meetings, edit }: Props) {
  const t = useTranslations("groups");
  return (
    <>
      {meetings.length === 0 ? (
        <p className="text-muted">{t("noMeetings")}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {meetings.map((meeting) => (
            <li key={meeting.id} className="py-3">
              <MeetingLine meeting={meeting} />
              {edit && (
                <details className="mt-1">
                  <summary className="min-h-6 text-accent underline">
                    {t("correctMeeting", { title: meeting.title })}
                  </summary>
                  <div className="mt-3 grid gap-4">
                    <ActionForm
                      key={meeting.version}
                      action={edit.update}
                      submit={t("save")}
                      hidden={{ meetingId: meeting.id, version: meeting.version }}
                    >
                      <MeetingFields meeting={meeting} today={edit.today} />
                    </ActionForm>
                    <ActionForm
                      action={edit.remove}
                      submit={t("removeMeeting")}
                      variant="danger"
                      hidden={{ meetingId: meeting.id }}
                    />
                  </div>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {edit && (
        <details className="mt-4">
          <summary className="min-h-6 text-accent underline">{t("addMeeting")}</summary>
          <div className="mt-3">
            <ActionForm
              key={meetings.length}
              action={edit.add}
              submit={t("addMeeting")}
              hidden={{ groupId: edit.groupId }}
            >
              <MeetingFields today={edit.today} />
            </ActionForm>
          </div>
        </details>
      )}
    </>
  );
}

function MeetingLine({ meeting }: { meeting: GroupMeeting }) {
  const t = useTranslations("groups");
  return (
    <>
      <p>
        <span className="font-semibold" dir="auto">
          {meeting.title}
        </span>
        {meeting.place && <span dir="auto">, {meeting.place}</span>}
      </p>
      <p>
        {t.rich("days", {
          from: () => <DayText day={meeting.opensOn} />,
          to: () => <DayText day={meeting.closesOn} />,
        })}
      </p>
      <p className="text-sm text-muted">
        {t.rich("sourceLine", { source: meeting.source, day: () => <DayText day={meeting.asOf} /> })}
      </p>
    </>
  );
}

function MeetingFields({ meeting, today }: { meeting?: GroupMeeting; today: Day }) {
  const t = useTranslations("groups");
  return (
    <>
      <TextField
        name="title"
        label={t("meetingTitle")}
        defaultValue={meeting?.title}
        maxLength={200}
        required
      />
      <TextField name="place" label={t("place")} defaultValue={meeting?.place} maxLength={200} />
      <TextField name="opensOn" type="date" label={t("opensOn")} defaultValue={meeting?.opensOn} required />
      <TextField
        name="closesOn"
        type="date"
        label={t("closesOn")}
        defaultValue={meeting?.closesOn}
        required
      />
      <TextField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        defaultValue={meeting?.source}
        maxLength={300}
        required
      />
      <TextField name="asOf" type="date" label={t("asOf")} defaultValue={meeting?.asOf ?? today} required />
    </>
  );
}
