import type { Answer } from "#lib/scheduling/domain/packed-answers";

/** An answer as the sheet has it; null is none. */
export type Given = Answer | null;

/** Answers by slot id. */
export type Answers = Readonly<Partial<Record<string, Answer>>>;

/** What the sheet says of all slots together. The same object until something changes. */
export type Summary = {
  readonly left: number;
  /** Slots filled in from the profile that nobody touched yet. */
  readonly proposed: number;
  /** Whether something differs from what is saved. */
  readonly unsaved: boolean;
  readonly canUndo: boolean;
  /** Slots that were answered otherwise elsewhere since they were answered here. */
  readonly clashing: number;
};

type Entry = { readonly given: Given; readonly proposed: boolean };
type Listener = () => void;

const NONE: Entry = { given: null, proposed: false };

/**
 * The answers while they are being given. Each cell listens to its own slot alone, so that an answer draws one cell
 * anew and not the sheet.
 */
export class AnswerStore {
  readonly #entries = new Map<string, Entry>();
  readonly #undo: ReadonlyMap<string, Entry>[] = [];
  readonly #ofSlot = new Map<string, Set<Listener>>();
  readonly #ofAll = new Set<Listener>();
  #ids: readonly string[];
  readonly #clashes = new Set<string>();
  #saved: Answers;
  #summary: Summary;

  /** Begins with what is saved and, where that is nothing, with what the profile proposes; or with what was typed. */
  constructor(
    ids: readonly string[],
    saved: Answers,
    { proposals = {}, typed }: { readonly proposals?: Answers; readonly typed?: Answers | undefined } = {},
  ) {
    this.#ids = ids;
    this.#saved = saved;
    for (const id of ids) {
      const given = typed ? typed[id] : (saved[id] ?? proposals[id]);
      if (given) this.#entries.set(id, { given, proposed: !typed && !saved[id] });
    }
    this.#summary = this.#sum();
  }

  given(id: string): Given {
    return (this.#entries.get(id) ?? NONE).given;
  }

  /** Whether the answer was filled in from the profile and not looked at since. */
  isProposed(id: string): boolean {
    return (this.#entries.get(id) ?? NONE).proposed;
  }

  readonly summary = (): Summary => this.#summary;

  /** All answers by slot id, those of slots that are no longer shown left out. */
  answers(): Answers {
    return Object.fromEntries(
      this.#ids.flatMap((id) => {
        const given = this.given(id);
        return given ? [[id, given]] : [];
      }),
    );
  }

  /** What differs from the saved answers, by slot id; null where an answer was taken away. */
  changes(): Record<string, Given> {
    return Object.fromEntries(
      this.#ids.flatMap((id) => {
        const { given, proposed } = this.#entries.get(id) ?? NONE;
        return proposed || given === (this.#saved[id] ?? null) ? [] : [[id, given]];
      }),
    );
  }

  /** Gives many slots one answer; one step to undo. */
  set(ids: readonly string[], given: Given): void {
    this.merge(Object.fromEntries(ids.map((id) => [id, given])));
  }

  /** Gives each slot its own answer; one step to undo. Slots that are not shown are left out. */
  merge(given: Readonly<Partial<Record<string, Given>>>): void {
    const shown = new Set(this.#ids);
    const next = entriesOf(given).filter(
      ([id, answer]) => shown.has(id) && (this.given(id) !== answer || this.isProposed(id)),
    );
    if (next.length === 0) return;
    this.#undo.push(new Map(next.map(([id]) => [id, this.#entries.get(id) ?? NONE])));
    for (const [id, answer] of next) this.#entries.set(id, { given: answer, proposed: false });
    this.#tell(next.map(([id]) => id));
  }

  /** Takes the last step back. */
  undo(): void {
    const step = this.#undo.pop();
    if (!step) return;
    for (const [id, entry] of step) this.#entries.set(id, entry);
    this.#tell([...step.keys()]);
  }

  /** Makes the last steps, from this number of them on, one step: a stroke of the brush is undone whole. */
  joinSteps(from: number): void {
    const joined = new Map<string, Entry>();
    for (const step of this.#undo.splice(from).reverse())
      for (const [id, entry] of step) joined.set(id, entry);
    if (joined.size > 0) this.#undo.push(joined);
  }

  get steps(): number {
    return this.#undo.length;
  }

  /**
   * What the server has now. Where nothing was changed here it is shown; what was changed here stays, and is told as a
   * clash when the server has something else that is new too. Slots that came and went are taken over.
   */
  settle(ids: readonly string[], saved: Answers): void {
    const before = this.#saved;
    this.#ids = ids;
    this.#saved = saved;
    for (const id of new Set([...this.#entries.keys(), ...Object.keys(saved)]))
      this.#settleSlot(id, before[id] ?? null, saved[id] ?? null);
    this.#tell([...this.#entries.keys()]);
  }

  #settleSlot(id: string, old: Given, now: Given): void {
    const { given, proposed } = this.#entries.get(id) ?? NONE;
    if (given === now) this.#clashes.delete(id);
    if (proposed ? now !== null : given === old) this.#entries.set(id, { given: now, proposed: false });
    else if (!proposed && now !== old && now !== given) this.#clashes.add(id);
  }

  /** Takes what was answered elsewhere, where that clashes; one step to undo. */
  takeSaved(): void {
    this.merge(Object.fromEntries([...this.#clashes].map((id) => [id, this.#saved[id] ?? null])));
  }

  readonly onSlot = (id: string, listener: Listener): Listener => {
    const held = this.#ofSlot.get(id) ?? new Set();
    this.#ofSlot.set(id, held.add(listener));
    return () => held.delete(listener);
  };

  readonly onAny = (listener: Listener): Listener => {
    this.#ofAll.add(listener);
    return () => this.#ofAll.delete(listener);
  };

  #tell(ids: readonly string[]): void {
    this.#summary = this.#sum();
    for (const id of ids) for (const listener of this.#ofSlot.get(id) ?? []) listener();
    for (const listener of this.#ofAll) listener();
  }

  #sum(): Summary {
    const entries = this.#ids.map((id) => this.#entries.get(id) ?? NONE);
    return {
      left: entries.filter(({ given }) => given === null).length,
      proposed: entries.filter(({ proposed }) => proposed).length,
      unsaved: this.#ids.some((id) => this.given(id) !== (this.#saved[id] ?? null)),
      canUndo: this.#undo.length > 0,
      clashing: [...this.#clashes].filter((id) => this.given(id) !== (this.#saved[id] ?? null)).length,
    };
  }
}

const entriesOf = (given: Readonly<Partial<Record<string, Given>>>) =>
  Object.entries(given).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer] as const]));
