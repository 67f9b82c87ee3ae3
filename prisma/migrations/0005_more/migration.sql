-- DropIndex
DROP INDEX "burden_balances_decision_id_time_zone_key";

-- DropIndex
DROP INDEX "waivers_series_id_rule_subject_id_key";

-- AlterTable
ALTER TABLE "meeting_changes" ADD COLUMN     "aims_missed" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "aims_reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "date_polls" ADD COLUMN     "aims_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "replaces_id" UUID;

-- AlterTable
ALTER TABLE "burden_balances" ADD COLUMN     "change_id" UUID;

-- AlterTable
ALTER TABLE "waivers" ADD COLUMN     "about" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "date_polls_replaces_id_idx" ON "date_polls"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "burden_balances_decision_id_change_id_time_zone_key" ON "burden_balances"("decision_id", "change_id", "time_zone");

-- CreateIndex
CREATE UNIQUE INDEX "waivers_series_id_rule_subject_id_about_key" ON "waivers"("series_id", "rule", "subject_id", "about");

-- AddForeignKey
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
