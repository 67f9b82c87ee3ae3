-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "agendas" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agendas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_items" (
    "id" UUID NOT NULL,
    "agenda_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "documents" TEXT[],
    "expected_outcome" TEXT NOT NULL DEFAULT '',
    "duty" TEXT,

    CONSTRAINT "agenda_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcements" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "subject" TEXT NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "practical" TEXT NOT NULL DEFAULT '',
    "issued_text" TEXT,
    "issued_calendar" TEXT,
    "issued_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "series_id" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "person_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "method" TEXT NOT NULL DEFAULT 'mail_link',
    "device" TEXT NOT NULL DEFAULT '',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_links" (
    "token_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "set_up_links" (
    "token_hash" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_up_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_counts" (
    "key" TEXT NOT NULL,
    "span_starts" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_counts_pkey" PRIMARY KEY ("key","span_starts")
);

-- CreateTable
CREATE TABLE "collaborative_documents" (
    "id" UUID NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "schema_version" INTEGER NOT NULL,
    "snapshot" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collaborative_documents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collaborative_updates" (
    "sequence" BIGSERIAL NOT NULL,
    "document_id" UUID NOT NULL,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "bytes" BYTEA NOT NULL,
    "compacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "collaborative_updates_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "study_periods" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,

    CONSTRAINT "study_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "study_period_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "parent_id" UUID,
    "secretariat_email" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing_lists" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "mailing_lists_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_meetings" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "group_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "liaison_statements" (
    "id" UUID NOT NULL,
    "series_id" UUID,
    "direction" TEXT,
    "is_reply" BOOLEAN NOT NULL DEFAULT false,
    "number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "from_groups" TEXT[],
    "destinations" JSONB NOT NULL,
    "questions" TEXT[],
    "deadline" DATE,
    "approval" JSONB,
    "contacts" JSONB NOT NULL,
    "abstract" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "parsed" JSONB NOT NULL,
    "file_name" TEXT,
    "approved_on" DATE,
    "sent_on" DATE,
    "received_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "liaison_statements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meetings" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "calendar_uid" TEXT NOT NULL,
    "calendar_sequence" INTEGER NOT NULL DEFAULT 0,
    "joining_link" TEXT NOT NULL DEFAULT '',
    "expected_attendees" INTEGER,
    "slot_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mails" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "announcement_id" UUID,
    "to_name" TEXT NOT NULL DEFAULT '',
    "to_address" TEXT NOT NULL,
    "reply_to" JSONB NOT NULL DEFAULT '[]',
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "message_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "honorific" TEXT,
    "entity" TEXT NOT NULL DEFAULT '',
    "country" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Zurich',
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_holdings" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "group_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_holdings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "date_polls" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "closes_at" TIMESTAMPTZ(3),
    "quorum" JSONB NOT NULL,
    "next_ordinal" INTEGER NOT NULL DEFAULT 0,
    "slots_version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "date_polls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slots" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "length_minutes" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_invitees" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "side_id" UUID NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "token_hash" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "answers" BYTEA,
    "note" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "entered_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "poll_invitees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_choices" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "slot_ids" UUID[],
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "poll_choices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "joint_series" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT '',
    "output" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "format" TEXT NOT NULL DEFAULT 'virtual',
    "meeting_count" INTEGER NOT NULL,
    "mandate_reference" TEXT NOT NULL DEFAULT '',
    "mandate_text" TEXT NOT NULL DEFAULT '',
    "mandate_status" TEXT NOT NULL DEFAULT 'open',
    "target_group_id" UUID,
    "target_month" TEXT,
    "target_opens_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "joint_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_sides" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "letter" TEXT NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "series_sides_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "side_questions" (
    "side_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "side_questions_pkey" PRIMARY KEY ("side_id","group_id")
);

-- CreateTable
CREATE TABLE "series_members" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "side_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "office" TEXT NOT NULL DEFAULT '',
    "put_forward_at" TIMESTAMPTZ(3),
    "welcomed_at" TIMESTAMPTZ(3),
    "welcomed_by_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "series_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "side_consents" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "side_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "side_consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waivers" (
    "id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "waived_by_id" UUID NOT NULL,
    "waived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waivers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agendas_meeting_id_key" ON "agendas"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_items_agenda_id_position_key" ON "agenda_items"("agenda_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "announcements_series_id_number_key" ON "announcements"("series_id", "number");

-- CreateIndex
CREATE INDEX "audit_entries_series_id_at_idx" ON "audit_entries"("series_id", "at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_type_subject_id_idx" ON "audit_entries"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_links_expires_idx" ON "sign_in_links"("expires");

-- CreateIndex
CREATE INDEX "collaborative_updates_document_id_sequence_idx" ON "collaborative_updates"("document_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "study_periods_name_key" ON "study_periods"("name");

-- CreateIndex
CREATE UNIQUE INDEX "groups_study_period_id_reference_key" ON "groups"("study_period_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "mailing_lists_group_id_address_key" ON "mailing_lists"("group_id", "address");

-- CreateIndex
CREATE INDEX "group_meetings_group_id_opens_on_idx" ON "group_meetings"("group_id", "opens_on");

-- CreateIndex
CREATE INDEX "liaison_statements_series_id_idx" ON "liaison_statements"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_calendar_uid_key" ON "meetings"("calendar_uid");

-- CreateIndex
CREATE UNIQUE INDEX "meetings_series_id_sequence_key" ON "meetings"("series_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mails_message_id_key" ON "outbox_mails"("message_id");

-- CreateIndex
CREATE INDEX "outbox_mails_state_next_attempt_at_idx" ON "outbox_mails"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "outbox_mails_announcement_id_idx" ON "outbox_mails"("announcement_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "role_holdings_person_id_idx" ON "role_holdings"("person_id");

-- CreateIndex
CREATE INDEX "role_holdings_group_id_idx" ON "role_holdings"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_series_id_key" ON "reports"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_document_id_key" ON "reports"("document_id");

-- CreateIndex
CREATE INDEX "date_polls_series_id_idx" ON "date_polls"("series_id");

-- CreateIndex
CREATE UNIQUE INDEX "slots_poll_id_ordinal_key" ON "slots"("poll_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "poll_invitees_token_hash_key" ON "poll_invitees"("token_hash");

-- CreateIndex
CREATE INDEX "poll_invitees_person_id_idx" ON "poll_invitees"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "poll_invitees_poll_id_person_id_key" ON "poll_invitees"("poll_id", "person_id");

-- CreateIndex
CREATE INDEX "poll_choices_poll_id_idx" ON "poll_choices"("poll_id");

-- CreateIndex
CREATE UNIQUE INDEX "joint_series_reference_key" ON "joint_series"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "series_sides_series_id_letter_key" ON "series_sides"("series_id", "letter");

-- CreateIndex
CREATE UNIQUE INDEX "series_sides_series_id_group_id_key" ON "series_sides"("series_id", "group_id");

-- CreateIndex
CREATE INDEX "series_members_person_id_idx" ON "series_members"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_members_series_id_person_id_role_from_day_key" ON "series_members"("series_id", "person_id", "role", "from_day");

-- CreateIndex
CREATE INDEX "side_consents_series_id_subject_subject_id_idx" ON "side_consents"("series_id", "subject", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "waivers_series_id_rule_subject_id_key" ON "waivers"("series_id", "rule", "subject_id");

-- AddForeignKey
ALTER TABLE "agendas" ADD CONSTRAINT "agendas_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_agenda_id_fkey" FOREIGN KEY ("agenda_id") REFERENCES "agendas"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collaborative_updates" ADD CONSTRAINT "collaborative_updates_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "collaborative_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_study_period_id_fkey" FOREIGN KEY ("study_period_id") REFERENCES "study_periods"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_lists" ADD CONSTRAINT "mailing_lists_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_meetings" ADD CONSTRAINT "group_meetings_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "liaison_statements" ADD CONSTRAINT "liaison_statements_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "collaborative_documents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slots" ADD CONSTRAINT "slots_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_invitees" ADD CONSTRAINT "poll_invitees_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_invitees" ADD CONSTRAINT "poll_invitees_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_invitees" ADD CONSTRAINT "poll_invitees_side_id_fkey" FOREIGN KEY ("side_id") REFERENCES "series_sides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_choices" ADD CONSTRAINT "poll_choices_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "date_polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "joint_series" ADD CONSTRAINT "joint_series_target_group_id_fkey" FOREIGN KEY ("target_group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_sides" ADD CONSTRAINT "series_sides_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_sides" ADD CONSTRAINT "series_sides_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_questions" ADD CONSTRAINT "side_questions_side_id_fkey" FOREIGN KEY ("side_id") REFERENCES "series_sides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_questions" ADD CONSTRAINT "side_questions_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_members" ADD CONSTRAINT "series_members_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_members" ADD CONSTRAINT "series_members_side_id_fkey" FOREIGN KEY ("side_id") REFERENCES "series_sides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_members" ADD CONSTRAINT "series_members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_consents" ADD CONSTRAINT "side_consents_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "side_consents" ADD CONSTRAINT "side_consents_side_id_fkey" FOREIGN KEY ("side_id") REFERENCES "series_sides"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waivers" ADD CONSTRAINT "waivers_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "joint_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;
