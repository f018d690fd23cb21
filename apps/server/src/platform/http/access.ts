import type { Role } from "@fibril/contract";

/**
 * What a role may reach: every record of the clinic, or only the patient's own.
 * A patient's own id comes from the sign-in, never from the request.
 */
export type Relation = "clinic" | "self";

export type AccessRow =
  | { readonly who: "anybody" }
  | { readonly who: "signed-in" }
  | { readonly who: "roles"; readonly roles: Readonly<Partial<Record<Role, Relation>>> };

/** Operation id → who may do it. A route without a row does not start. */
export type AccessTable = Readonly<Record<string, AccessRow>>;

/** Staff of these roles, on any record of their clinic. */
export function staff(...allowed: readonly Exclude<Role, "patient">[]): AccessRow {
  return { who: "roles", roles: Object.fromEntries(allowed.map((role) => [role, "clinic"])) };
}

/** Patients (and guardians) on their own record alone: routes below /api/my. */
export const patientsOwn: AccessRow = { who: "roles", roles: { patient: "self" } };

export const anybody: AccessRow = { who: "anybody" };
export const signedIn: AccessRow = { who: "signed-in" };
