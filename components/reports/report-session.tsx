import { HocuspocusProvider, type HocuspocusProviderConfiguration } from "@hocuspocus/provider";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/** Why nothing can be written any more; what was not saved stays on this device. */
export type EndReason = "signedOut" | "forbidden" | "readOnly" | "olderEditor";

/** Whether what was typed is in the database. Nothing is called saved that is not. */
export type Saving =
  | { readonly kind: "opening" }
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  /** `changes`: how many were made since everything was last saved. */
  | { readonly kind: "offline"; readonly changes: number }
  | { readonly kind: "ended"; readonly reason: EndReason; readonly changes: number };

/** Somebody who has the report open, under the name that the server vouches for. */
export type Present = { readonly id: string; readonly name: string; readonly side: string | null };

export type SessionView = {
  readonly saving: Saving;
  readonly present: readonly Present[];
  /** The document to edit, once its text is here; null before. */
  readonly live: { readonly document: Y.Doc; readonly provider: HocuspocusProvider } | null;
};

type Options = {
  readonly url: string;
  readonly room: string;
  /** The offline copy belongs to one person: another one on the same device must not send it. */
  readonly personId: string;
  readonly socket?: Pick<
    HocuspocusProviderConfiguration & { WebSocketPolyfill?: unknown },
    "WebSocketPolyfill"
  >;
};

const REASONS: Readonly<Record<string, EndReason>> = {
  unauthenticated: "signedOut",
  not_found: "forbidden",
  conflict: "olderEditor",
};
const CLOSED: Readonly<Record<number, EndReason>> = { 4401: "signedOut", 4403: "forbidden" };

const START: SessionView = { saving: { kind: "opening" }, present: [], live: null };

/** One editor's connection to one report: opens it, says what is saved, and keeps what is not on this device. */
export class ReportSession {
  #view: SessionView = START;
  #line: Line | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly view = (): SessionView => this.#view;

  /** Connects, and stays connected until {@link close}; may be opened again after that. */
  open(): void {
    const document = new Y.Doc();
    const { room, personId, url, socket } = this.#options;
    const cache =
      typeof indexedDB === "undefined"
        ? null
        : new IndexeddbPersistence(`liaise:${room}:${personId}`, document);
    const provider = new HocuspocusProvider({
      ...{ url, name: room, document, token: "cookie", delay: 1_000, maxDelay: 8_000, ...socket },
    } as HocuspocusProviderConfiguration);
    const line: Line = {
      document,
      provider,
      cache,
      changes: 0,
      connected: false,
      ended: null,
      unwatch: () => {},
    };
    this.#line = line;
    this.#watchConnection(line);
    this.#watchChanges(line);
    line.unwatch = watchNetwork(provider, () => line.ended === null);
    this.#show();
  }

  close(): void {
    const line = this.#line;
    this.#line = null;
    this.#view = START;
    if (!line) return;
    line.unwatch();
    line.provider.destroy();
    void line.cache?.destroy();
    line.document.destroy();
  }

  #watchConnection(line: Line): void {
    const { document, provider } = line;
    // While there is no connection the provider must not queue what is typed: on reconnection the whole difference
    // is sent anyway, and acknowledgements of the queue would be taken for acknowledgements of the difference.
    const stopSending = () => document.off("update", provider.boundDocumentUpdateHandler);
    stopSending();
    provider.on("open", () => {
      stopSending();
      document.on("update", provider.boundDocumentUpdateHandler);
    });
    provider.on("authenticated", ({ scope }: { scope: string }) => {
      line.connected = true;
      if (scope === "readonly") this.#end("readOnly");
      else this.#show();
    });
    provider.on("authenticationFailed", ({ reason }: { reason: string }) => {
      const known = REASONS[reason];
      if (known) this.#end(known);
      else provider.configuration.websocketProvider.webSocket?.close(); // and comes back by itself
    });
    provider.on("disconnect", ({ event }: { event?: { code: number } }) => {
      stopSending();
      line.connected = false;
      const reason = CLOSED[event?.code ?? 0];
      if (reason) this.#end(reason);
      else this.#show();
    });
  }

  #watchChanges(line: Line): void {
    const { document, provider, cache } = line;
    const makeLive = () => this.#view.live ?? this.#show({ live: { document, provider } });
    provider.on("synced", makeLive);
    provider.on("unsyncedChanges", ({ number }: { number: number }) => {
      if (number === 0 && line.connected) line.changes = 0;
      this.#show();
    });
    provider.on("awarenessChange", ({ states }: { states: { user?: Present }[] }) =>
      this.#show({ present: presentIn(states) }),
    );
    document.on("update", (_: Uint8Array, origin: unknown) => {
      if (origin === provider || (cache && origin === cache)) return;
      line.changes += 1;
      this.#show();
    });
    cache?.on("synced", () => document.getXmlFragment("default").length > 0 && makeLive());
  }

  #end(reason: EndReason): void {
    if (!this.#line || this.#line.ended) return;
    this.#line.ended = reason;
    this.#line.provider.disconnect();
    this.#show();
  }

  #show(view: Partial<SessionView> = {}): void {
    if (!this.#line) return;
    const next = { ...this.#view, ...view };
    const saving = savingOf(this.#line);
    this.#view = { ...next, saving: next.live || saving.kind === "ended" ? saving : START.saving };
    for (const listener of this.#listeners) listener();
  }
}

/** What an open session holds. */
type Line = {
  readonly document: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly cache: IndexeddbPersistence | null;
  /** Made here since everything was last saved. */
  changes: number;
  connected: boolean;
  ended: EndReason | null;
  unwatch: () => void;
};

function savingOf({ changes, connected, ended, provider }: Line): Saving {
  if (ended) return { kind: "ended", reason: ended, changes };
  if (!connected) return { kind: "offline", changes };
  return { kind: provider.unsyncedChanges === 0 ? "saved" : "saving" };
}

function presentIn(states: readonly { readonly user?: Present }[]): Present[] {
  const people = new Map<string, Present>();
  for (const { user } of states) if (user?.id) people.set(user.id, user);
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A browser that loses the network may keep a dead socket for half a minute; it knows better at once. */
function watchNetwork(provider: HocuspocusProvider, mayConnect: () => boolean): () => void {
  if (typeof window === "undefined") return () => {};
  const socket = provider.configuration.websocketProvider;
  const lost = () => {
    socket.shouldConnect = false;
    socket.onClose({ event: { code: 4408, reason: "offline" } });
    provider.onClose();
  };
  const back = () => void (mayConnect() && socket.connect());
  window.addEventListener("offline", lost);
  window.addEventListener("online", back);
  return () => {
    window.removeEventListener("offline", lost);
    window.removeEventListener("online", back);
  };
}
