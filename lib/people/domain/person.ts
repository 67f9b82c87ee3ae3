import type { RoleSpan } from "./role.ts";

/** Somebody as administrators and secretariats see them. */
export type PersonEntry = {
  readonly id: string;
  readonly name: string;
  readonly honorific: string | null;
  readonly entity: string;
  /** ISO 3166-1, upper case. */
  readonly country: string | null;
  /** IANA name. */
  readonly timeZone: string;
  readonly email: string;
  /** Grows with every change of the profile. */
  readonly version: number;
  /** Now and formerly, newest first. */
  readonly roles: readonly RoleSpan[];
};
