import { invariant } from "#lib/kernel/errors";
import { dayIn, GENEVA } from "#lib/kernel/zone";
import type { RecordLetterInput } from "#lib/liaison/schema";
import { recordLetter } from "#lib/liaison/usecases/record-letter";
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
  /** The liaison statement it began with; null when it was proposed by hand. */
  readonly letter: { readonly title: string; readonly text: string } | null;
};

/** Plays a series from its proposal to the invitation of both sides, and gives its reference. */
export async function beginSeries(stage: Stage, beginning: Beginning): Promise<string> {
  const { proposed, agreed, evidence } = beginning;
  const reference = await propose(stage, beginning);
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

async function propose(stage: Stage, { facts, proposed, letter }: Beginning): Promise<string> {
  const actor = await stage.as(SIDES.SG2.coChair, proposed);
  const series = { ...facts, format: "virtual" as const, sides: NAMES.map(sideWithCoChair) };
  if (!letter) return proposeSeries(actor, series, proposed);
  const recorded = await recordLetter(actor, { input: asRead(letter, proposed), series }, proposed);
  invariant(recorded.series !== null, "the letter proposes a series");
  return recorded.series;
}

/** The letter as its form comes back, confirmed field by field. */
function asRead({ title, text }: { title: string; text: string }, proposed: Date): RecordLetterInput {
  return {
    ...{ text, fileName: null },
    letter: {
      ...{ direction: "o", isReply: true, number: "SG2-LS17", title, from: ["SG2"] },
      ...{
        toAction: ["SG20"],
        toInformation: [],
        toComment: [],
        toUnstated: [],
        questions: ["Q1/2", "Q6/20"],
      },
      ...{ deadline: null, contacts: [], sentOn: dayIn(proposed, GENEVA), receivedOn: null },
      approval: { level: "SG", body: "SG2", method: "meeting", date: dayIn(proposed, GENEVA) },
      abstract: /^Abstract:\n(.+)$/m.exec(text)?.[1] ?? "",
    },
  };
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
