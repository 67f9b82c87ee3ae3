/** How much a file may ask for before it is refused. */
export type FileLimits = {
  readonly bytes: number;
  /** Characters of a logical line. */
  readonly lineLength: number;
  readonly lines: number;
  readonly events: number;
  /** Times that events leave out or add one by one. */
  readonly singleTimes: number;
};

/** Of files that are sent to the server. A year of meetings of all Study Groups has a tenth of it. */
export const SENT_FILE: FileLimits = {
  ...{ bytes: 2_000_000, lineLength: 100_000, lines: 200_000, events: 5_000, singleTimes: 20_000 },
};

/** Of somebody's own calendar, many years of it, read on that person's device. */
export const OWN_FILE: FileLimits = {
  ...{ bytes: 20_000_000, lineLength: 2_000_000, lines: 500_000, events: 20_000, singleTimes: 20_000 },
};
