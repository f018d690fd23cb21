import type { Role } from "@fibril/contract";

const comparing: readonly Role[] = ["practitioner", "owner"];

/** Whether a role may set two schedules side by side: whoever may read what treatment is about, as in the access table. */
export function comparesSchedules(role: Role | undefined): boolean {
  return role !== undefined && comparing.includes(role);
}
