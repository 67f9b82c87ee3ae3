/** What somebody asked in a poll wrote to all others asked. The text of a deleted one is empty. */
export type PollComment = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly isDeleted: boolean;
};

/** Comments that one person may have in one poll. */
export const MOST_COMMENTS = 50;
