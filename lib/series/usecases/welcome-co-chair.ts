import { recordAct } from "#lib/audit/record";
import { transaction } from "#lib/db/client";
import { AppError } from "#lib/kernel/errors";
import type { Actor } from "#lib/people/domain/actor";
import { mayWelcome, requireMember } from "#lib/series/domain/members";
import { sideOf } from "#lib/series/domain/series";
import type { WelcomeCoChairInput } from "#lib/series/schema";
import { welcomeMember } from "#lib/series/store/members";
import { loadSeries } from "./load-series.ts";

/**
 * Welcomes the co-chair that another side has put forward.
 *
 * @throws AppError `conflict` when somebody has done so already, `forbidden` when the person speaks for the co-chair's
 *   own side only, or for none.
 */
export async function welcomeCoChair(
  actor: Actor,
  input: WelcomeCoChairInput,
  now = new Date(),
): Promise<void> {
  await transaction(async (db) => {
    const series = await loadSeries(actor, { id: input.seriesId }, { db, now });
    const member = requireMember(series, input.memberId, "co_chair");
    if (member.welcomedAt) throw new AppError("conflict", "series.refusal.welcomed");
    if (!mayWelcome(actor, series, member)) throw new AppError("forbidden", "series.refusal.welcome");
    if (!(await welcomeMember(db, member.id, { by: actor.id, now }))) {
      throw new AppError("conflict", "series.refusal.welcomed");
    }
    await recordAct(db, actor, {
      ...{ action: "coChairWelcome", subjectType: "member", subjectId: member.id, seriesId: series.id },
      after: { name: member.name, side: sideOf(series, member.sideId).group.reference },
    });
  });
}
