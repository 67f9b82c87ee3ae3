-- DropIndex
DROP INDEX "burden_balances_decision_id_time_zone_key";

-- AlterTable
ALTER TABLE "date_polls" ADD COLUMN     "aims_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "replaces_id" UUID;

-- AlterTable
ALTER TABLE "burden_balances" ADD COLUMN     "change_id" UUID;

-- CreateIndex
CREATE INDEX "date_polls_replaces_id_idx" ON "date_polls"("replaces_id");

-- CreateIndex
CREATE UNIQUE INDEX "burden_balances_decision_id_change_id_time_zone_key" ON "burden_balances"("decision_id", "change_id", "time_zone");

-- AddForeignKey
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
