import type { Db } from "#lib/db/client";
import { changesSince } from "#lib/decisions/domain/answer-changes";
import { canonicalJson, type Json } from "#lib/decisions/domain/canonical";
import type { Choice } from "#lib/decisions/domain/choice";
import { partiesOf } from "#lib/decisions/domain/parties";
import { personName, slotName } from "#lib/decisions/domain/pose-problem";
import {
  burdenOf,
  computedPart,
  enteredPart,
  problemToJson,
  RECORD_FORM,
  toJson,
} from "#lib/decisions/domain/record";
import type { Assent } from "#lib/decisions/store/assents";
import { insertBalances } from "#lib/decisions/store/ledger";
import { insertRecord } from "#lib/decisions/store/records";
import { loadRuleSet } from "#lib/rules/usecases/load-rule-set";
import { countByZone } from "#lib/rules/domain/zone-people";
import type { Poll, Slot } from "#lib/scheduling/domain/poll";
import type { SideConsent } from "#lib/series/domain/consents";
import type { Series } from "#lib/series/domain/series";
import { listSeriesWaivers } from "#lib/waivers/usecases/list-series-waivers";
import type { GatheredStanding } from "./gather-standing.ts";
import type { Ranked } from "./rank-problem.ts";
import { sealsOf, sha256 } from "./seal-record.ts";

/** What is decided, and all it is decided from. */
export type Deciding = {
  readonly series: Series;
  readonly poll: Poll;
  readonly choice: Choice;
  /** In time order. */
  readonly slots: readonly Slot[];
  readonly sides: readonly SideConsent[];
  /** Oldest first. */
  readonly assents: readonly Assent[];
  readonly standing: GatheredStanding;
  readonly ranked: Ranked;
  readonly now: Date;
};

/**
 * Writes the decision down, in the transaction that makes it, with what each zone bears for the next series of the same
 * sides. Gives the hash of the record.
 */
export async function writeRecord(db: Db, deciding: Deciding): Promise<string> {
  const { series, poll, choice, slots, standing, now } = deciding;
  const record = await recordOf(db, deciding);
  const text = canonicalJson({ ...record, sha256: sealsOf(record) });
  const hash = sha256(text);
  const kept = { pollId: poll.id, choiceId: choice.id, text, sha256: hash, madeAt: now };
  const decisionId = await insertRecord(db, kept);
  const meetings = slots.map(({ start, lengthMinutes }) => ({ startsAt: start, lengthMinutes }));
  await insertBalances(
    db,
    { decisionId, changeId: null, parties: partiesOf(series) },
    countByZone(standing.people).map(({ timeZone }) => ({
      ...{ timeZone, burden: burdenOf(meetings, timeZone, standing.burdenByHour) },
    })),
  );
  return hash;
}

async function recordOf(db: Db, deciding: Deciding): Promise<Record<string, Json>> {
  const { series, poll, choice, slots, sides, ranked, now } = deciding;
  const chosen = slots.map(slotName);
  const waivers = await listSeriesWaivers(db, series);
  const { rules } = await loadRuleSet(db);
  const nameOf = (slotId: string) => poll.slots.filter(({ id }) => id === slotId).map(slotName)[0] ?? "";
  return {
    form: RECORD_FORM,
    decidedAt: toJson(now),
    tzVersion: process.versions.tz ?? "",
    series: toJson({
      ...{ reference: series.reference, title: series.title, meetings: series.meetingCount },
      sides: series.sides.map(({ letter, group }) => ({ letter, group: group.reference })),
    }),
    rules: toJson(
      rules.filter(({ id }) => /^[DN]/.test(id)).map(({ title: _title, basis: _basis, ...rule }) => rule),
    ),
    waivers: toJson(
      waivers
        .map(({ subjectId, rule, about, reason, waivedBy, waivedAt }) => ({
          ...{ slot: nameOf(subjectId), rule, about, reason, waivedBy, waivedAt },
        }))
        .filter(({ slot }) => slot !== ""),
    ),
    problem: problemToJson(ranked.problem),
    computed: computedPart({ problem: ranked.problem, ranking: ranked.ranking, slots: chosen }),
    chosen: toJson({ slots: chosen, reason: choice.reason }),
    assents: toJson(sides.map(toAssent)),
    changes: toJson(changesOf(deciding, nameOf)),
    entered: enteredPart(deciding.standing.people, personName),
  };
}

const toAssent = ({ side, latest }: SideConsent) => ({
  ...{ side: side.letter, group: side.group.reference },
  ...{ decidedBy: latest?.decidedBy, method: latest?.method, recordedAt: latest?.recordedAt },
});

/** What people said otherwise of the chosen slots between the first assent and the last, by name in the record. */
function changesOf({ assents, standing, slots }: Deciding, nameOf: (slotId: string) => string) {
  const [first] = assents;
  const place = (id: string) => standing.people.findIndex((person) => person.id === id);
  const changes = first ? changesSince(first.answers, standing.people, slots) : [];
  return changes.map(({ personId, slotId, before, after }) => ({
    ...{ person: personName(place(personId)), slot: nameOf(slotId), before, after },
  }));
}
