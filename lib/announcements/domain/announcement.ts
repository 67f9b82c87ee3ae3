/** The parts that people write; all the rest comes from the data of the series. */
export type FreeParts = {
  readonly subject: string;
  readonly introduction: string;
  readonly practical: string;
};

/** One text to both lists. Once issued it never changes. */
export type Announcement = FreeParts & {
  readonly id: string;
  readonly seriesId: string;
  /** 1, 2, … in the series. */
  readonly number: number;
  readonly version: number;
  /** Null while it is a draft. */
  readonly issued: Issue | null;
  readonly createdAt: Date;
};

/** An announcement as it left. */
export type Issue = {
  readonly at: Date;
  readonly byName: string;
  readonly text: string;
  readonly calendar: string;
};
