-- AlterTable
ALTER TABLE "date_polls" ADD COLUMN     "aims_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "replaces_id" UUID;

-- CreateIndex
CREATE INDEX "date_polls_replaces_id_idx" ON "date_polls"("replaces_id");

-- AddForeignKey
ALTER TABLE "date_polls" ADD CONSTRAINT "date_polls_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
