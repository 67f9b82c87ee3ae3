import type { Day } from "#lib/kernel/day";
import type { GroupKind } from "./reference.ts";

/** A group in the tree of a study period. */
export type Group = {
  readonly id: string;
  readonly studyPeriodId: string;
  readonly kind: GroupKind;
  readonly reference: string;
  /** Empty when nobody wrote it yet. */
  readonly title: string;
  readonly parentId: string | null;
  /** Its Study Group (or TSAG), which may be the group itself. */
  readonly studyGroupId: string;
  readonly secretariatEmail: string | null;
  /** Addresses of the mailing lists, in the order of the alphabet. */
  readonly lists: readonly string[];
  /** Grows with every change of the group. */
  readonly version: number;
};

/** A meeting of a group itself, as a source gave it on a day; both ends of the span are included. */
export type GroupMeeting = {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly source: string;
  readonly asOf: Day;
  readonly version: number;
};

/** A role that somebody holds today. */
export type RoleToday = {
  readonly personId: string;
  readonly name: string;
  readonly entity: string;
  readonly country: string | null;
  readonly role: string;
};

/** A group with the groups below it, each level in the order of the references. */
export type GroupBranch = { readonly group: Group; readonly below: readonly GroupBranch[] };
