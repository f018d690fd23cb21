import type { SessionRecordBody, SessionView } from "@fibril/contract";
import type { Person } from "@fibril/protocol";
import type { SessionRecord } from "@fibril/session";

/** The wire's record is the domain's: the schema is built from the domain's own tables. */
export function recordOf(body: SessionRecordBody): SessionRecord {
  return body as SessionRecord;
}

/** What the limits ask of a person; the weight is the newest one measured by the day of the session. */
export function personOf({ ageYears, fitzpatrick, weight }: PersonIn): Person {
  return { ageYears, weightKg: weight?.weightKg ?? null, fitzpatrick: fitzpatrick as Person["fitzpatrick"] };
}

type PersonIn = Pick<SessionView, "ageYears" | "fitzpatrick" | "weight">;
