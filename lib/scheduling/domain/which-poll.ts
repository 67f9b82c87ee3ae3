/** Which poll of a series: that of the whole, or with `sequence` the small one about another time for that meeting. */
export type WhichPoll = { readonly sequence?: number | undefined };

/** A poll, by the reference of its series. */
export type PollKey = WhichPoll & { readonly reference: string };

/** What a form says of it. */
export const fieldsOfPoll = ({ reference, sequence }: PollKey): Record<string, string | number> =>
  sequence === undefined ? { reference } : { reference, sequence };

/** The page below the series on which somebody who is signed in answers. */
export const pathOfSheet = (which: WhichPoll): string => `${pathOfPoll(which)}/answer`;

/** The page below the series about the poll: that of the dates, or of the meeting. */
export const pathOfPoll = ({ sequence }: WhichPoll): string =>
  sequence === undefined ? "/dates" : `/meetings/${sequence}`;
