import type { Role } from "@fibril/contract";

/** Who asks: one membership of one account, signed in by cookie or by an API token. */
export interface Caller {
  readonly accountId: string;
  readonly membershipId: string;
  readonly clinicId: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** The only patient whose record the caller may reach; null for staff. */
  readonly patientId: string | null;
  readonly patientRelation: "self" | "guardian" | null;
  readonly clinicName: string;
  /** The clinic's zone; a site may have its own. */
  readonly timeZone: string;
  readonly by: "cookie" | "token";
  readonly csrfToken: string | null;
  readonly signInHash: Buffer | null;
  readonly expiresAt: Date;
}
