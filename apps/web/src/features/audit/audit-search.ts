/** What is searched for, as typed; an empty field asks for nothing. */
export interface AuditSearch {
  readonly actor: string;
  readonly action: string;
  /** The clinic's own number of a patient. */
  readonly patientNumber: string;
  readonly subjectId: string;
}

export const everything: AuditSearch = { actor: "", action: "", patientNumber: "", subjectId: "" };
const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id is whole or left out: half of one would be refused by the server. */
export function isIdOrEmpty(text: string): boolean {
  return text.trim() === "" || idPattern.test(text.trim());
}

/** A patient's number is whole digits, or left out. */
export function isNumberOrEmpty(text: string): boolean {
  return /^\d{0,9}$/.test(text.trim());
}

export function auditAddress(search: AuditSearch, before: number | null): string {
  const query = new URLSearchParams();
  for (const [name, text] of Object.entries(search) as [string, string][]) {
    if (text.trim() !== "") query.set(name, text.trim());
  }
  if (before !== null) query.set("before", String(before));
  const words = query.toString();
  return words === "" ? "/api/audit" : `/api/audit?${words}`;
}
