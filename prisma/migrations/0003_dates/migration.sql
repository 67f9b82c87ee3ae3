-- AlterTable
ALTER TABLE "meetings" ADD COLUMN     "tz_version" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "wall_clocks" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "date_polls" ADD COLUMN     "aims" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "general_token_hash" TEXT,
ADD COLUMN     "hides_others" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hides_sides" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "remind_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[];

-- AlterTable
ALTER TABLE "poll_invitees" ADD COLUMN     "link_number" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "poll_choices" ADD COLUMN     "aims" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "rank" INTEGER,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "whereabouts" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "whereabouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagements" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "weekday" INTEGER,
    "from_minute" INTEGER,
    "to_minute" INTEGER,

    CONSTRAINT "engagements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "usual_hours" (
    "person_id" UUID NOT NULL,
    "from_minute" INTEGER NOT NULL,
    "to_minute" INTEGER NOT NULL,
    "weekdays" INTEGER[],
    "outside" TEXT NOT NULL DEFAULT 'if_need_be',
    "inside" TEXT NOT NULL DEFAULT 'none',

    CONSTRAINT "usual_hours_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "calendars" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "group_id" UUID,
    "country" TEXT,
    "effect" TEXT NOT NULL DEFAULT 'warn',
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_editions" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_entries" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "opens_on" DATE,
    "closes_on" DATE,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_changes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "old_starts_at" TIMESTAMPTZ(3) NOT NULL,
    "old_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_changes" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "clause" TEXT NOT NULL DEFAULT '',
    "edition" TEXT,
    "severity" TEXT NOT NULL,
    "limits" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "choice_assents" (
    "id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "side_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "assented_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answers" JSONB NOT NULL,

    CONSTRAINT "choice_assents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_openings" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "setting" TEXT NOT NULL,
    "side_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_openings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_comments" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,

    CONSTRAINT "poll_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_newcomers" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "side_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "entity" TEXT NOT NULL DEFAULT '',
    "country" TEXT,
    "time_zone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "poll_newcomers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_reminders" (
    "id" UUID NOT NULL,
    "invitee_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "poll_reminders_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_holds" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "held_by_id" UUID NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "slot_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_records" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "choice_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "burden_balances" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "parties" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "burden" INTEGER NOT NULL,

    CONSTRAINT "burden_balances_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "whereabouts_person_id_idx" ON "whereabouts"("person_id");

-- CreateIndex
CREATE INDEX "engagements_person_id_idx" ON "engagements"("person_id");

-- CreateIndex
CREATE INDEX "calendars_group_id_idx" ON "calendars"("group_id");

-- CreateIndex
CREATE INDEX "calendar_editions_calendar_id_idx" ON "calendar_editions"("calendar_id");

-- CreateIndex
CREATE INDEX "calendar_entries_edition_id_idx" ON "calendar_entries"("edition_id");

-- CreateIndex
CREATE INDEX "meeting_changes_meeting_id_idx" ON "meeting_changes"("meeting_id");

-- CreateIndex
CREATE INDEX "rule_changes_rule_changed_at_idx" ON "rule_changes"("rule", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "choice_assents_choice_id_side_id_key" ON "choice_assents"("choice_id", "side_id");

-- CreateIndex
CREATE UNIQUE INDEX "poll_openings_poll_id_setting_side_id_key" ON "poll_openings"("poll_id", "setting", "side_id");

-- CreateIndex
CREATE INDEX "poll_comments_poll_id_written_at_idx" ON "poll_comments"("poll_id", "written_at");

-- CreateIndex
CREATE UNIQUE INDEX "poll_newcomers_token_hash_key" ON "poll_newcomers"("token_hash");

-- CreateIndex
CREATE INDEX "poll_newcomers_poll_id_email_idx" ON "poll_newcomers"("poll_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "poll_reminders_invitee_id_due_at_key" ON "poll_reminders"("invitee_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_holds_slot_id_key" ON "slot_holds"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_records_poll_id_key" ON "decision_records"("poll_id");

-- CreateIndex
CREATE INDEX "burden_balances_parties_idx" ON "burden_balances"("parties");

-- CreateIndex
CREATE UNIQUE INDEX "burden_balances_decision_id_time_zone_key" ON "burden_balances"("decision_id", "time_zone");

-- CreateIndex
CREATE UNIQUE INDEX "date_polls_general_token_hash_key" ON "date_polls"("general_token_hash");

-- AddForeignKey
ALTER TABLE "whereabouts" ADD CONSTRAINT "whereabouts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "usual_hours" ADD CONSTRAINT "usual_hours_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_editions" ADD CONSTRAINT "calendar_editions_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "calendars"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entries" ADD CONSTRAINT "calendar_entries_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "calendar_editions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_changes" ADD CONSTRAINT "meeting_changes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice_assents" ADD CONSTRAINT "choice_assents_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "poll_choices"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_openings" ADD CONSTRAINT "poll_openings_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_comments" ADD CONSTRAINT "poll_comments_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_newcomers" ADD CONSTRAINT "poll_newcomers_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_reminders" ADD CONSTRAINT "poll_reminders_invitee_id_fkey" FOREIGN KEY ("invitee_id") REFERENCES "poll_invitees"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_holds" ADD CONSTRAINT "slot_holds_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "burden_balances" ADD CONSTRAINT "burden_balances_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision_records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
