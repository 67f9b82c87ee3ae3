import { listenTo } from "#lib/db/listen";
import { once } from "#lib/kernel/once";

const followers = once("live.followers", () => ({
  byPoll: new Map<string, Set<() => void>>(),
  line: null as ReturnType<typeof listenTo> | null,
}));

/**
 * Calls `onChange` after every kept change of a poll, by whichever process, until the function given back is called;
 * also when changes may have been missed. It says nothing of what changed.
 */
export function followPollChanges(pollId: string, onChange: () => void): () => void {
  const ofPoll = followers.byPoll.get(pollId) ?? new Set();
  followers.byPoll.set(pollId, ofPoll.add(onChange));
  followers.line ??= listenTo("liaise_polls", hear);
  return () => {
    ofPoll.delete(onChange);
    if (ofPoll.size === 0) followers.byPoll.delete(pollId);
    if (followers.byPoll.size > 0) return;
    void followers.line?.stop();
    followers.line = null;
  };
}

function hear(pollId: string | null): void {
  const heard = pollId === null ? [...followers.byPoll.values()] : [followers.byPoll.get(pollId) ?? []];
  for (const each of heard) for (const onChange of each) onChange();
}
