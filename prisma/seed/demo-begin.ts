import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { ProposeSeriesInput } from "#lib/series/schema";
import { inviteParticipants } from "#lib/series/usecases/invite-participants";
import { loadSeries } from "#lib/series/usecases/load-series";
import { proposeSeries } from "#lib/series/usecases/propose-series";
import { recordConsent } from "#lib/series/usecases/record-consent";
import { welcomeCoChair } from "#lib/series/usecases/welcome-co-chair";
import { addressOf } from "./cast.ts";
import { participantsOf, SIDES, type SideName, type Stage } from "./demo-story.ts";

const NAMES = ["SG2", "SG20"] as const;

/** When a series began, and what was said about it. */
export type Beginning = {
  readonly facts: Omit<ProposeSeriesInput, "sides" | "format">;
  readonly proposed: Date;
  readonly agreed: Date;
  readonly evidence: Readonly<Record<SideName, string>>;
};

/** Plays a series from its proposal to the invitation of both sides, and gives its reference. */
export async function beginSeries(stage: Stage, beginning: Beginning): Promise<string> {
  const { facts, proposed, agreed, evidence } = beginning;
  const input = { ...facts, format: "virtual" as const, sides: NAMES.map(sideWithCoChair) };
  const reference = await proposeSeries(await stage.as(SIDES.SG2.coChair, proposed), input, proposed);
  await consentOf(stage, reference, {
    side: "SG2",
    method: "meeting",
    evidence: evidence.SG2,
    now: proposed,
  });
  await consentOf(stage, reference, {
    ...{ side: "SG20", method: "correspondence", evidence: evidence.SG20, now: agreed },
  });
  for (const side of NAMES) {
    await welcomeOther(stage, reference, { side, now: agreed });
    await inviteOwn(stage, reference, { side, now: agreed });
  }
  return reference;
}

const sideWithCoChair = (side: SideName) => ({
  group: side,
  questions: [SIDES[side].question],
  coChair: {
    name: SIDES[side].coChair,
    office: SIDES[side].office,
    email: addressOf(SIDES[side].coChair),
  },
});

type Saying = {
  readonly side: SideName;
  readonly method: "meeting" | "correspondence";
  readonly evidence: string;
  readonly now: Date;
};

async function consentOf(stage: Stage, reference: string, { side, method, evidence, now }: Saying) {
  const actor = await stage.as(SIDES[side].chair, now);
  const { series, own } = await sideIn(stage, reference, { side, now });
  await recordConsent(
    actor,
    {
      ...{ seriesId: series.id, sideId: own, subject: "series", subjectId: series.id, outcome: "agreed" },
      ...{
        method,
        evidence,
        decidedBy: method === "meeting" ? `${side} plenary` : `${side} management team`,
      },
      ...{ decidedOn: dayIn(now, GENEVA), comment: "", version: 0 },
    },
    now,
  );
}

type Turn = { readonly side: SideName; readonly now: Date };

/** The chair of a side welcomes the co-chair of the other. */
async function welcomeOther(stage: Stage, reference: string, { side, now }: Turn) {
  const { series, own } = await sideIn(stage, reference, { side, now });
  const other = series.members.find((member) => member.role === "co_chair" && member.sideId !== own);
  if (!other) return;
  await welcomeCoChair(
    await stage.as(SIDES[side].chair, now),
    { seriesId: series.id, memberId: other.id },
    now,
  );
}

/** The co-chair of a side invites the people of its Question. */
async function inviteOwn(stage: Stage, reference: string, { side, now }: Turn) {
  const { series, own } = await sideIn(stage, reference, { side, now });
  await inviteParticipants(
    await stage.as(SIDES[side].coChair, now),
    { seriesId: series.id, sideId: own, personIds: participantsOf(stage, side), newcomer: null },
    now,
  );
}

async function sideIn(stage: Stage, reference: string, { side, now }: Turn) {
  const series = await loadSeries(await stage.as(SIDES[side].chair, now), reference, { now });
  return { series, own: series.sides.find(({ group }) => group.reference === side)?.id ?? "" };
}
