import type { SessionRecordBody, SessionView } from "@fibril/contract";
import type { Person } from "@fibril/protocol";
import type { SessionRecord } from "@fibril/session";

/** The wire's record is the domain's: the schema is built from the domain's own tables. */
export function recordOf(body: SessionRecordBody): SessionRecord {
  return body as SessionRecord;
}

/** What the limits ask of a person. The weight is not kept in the record, so it is unknown. */
export function personOf({ ageYears, fitzpatrick }: Pick<SessionView, "ageYears" | "fitzpatrick">): Person {
  return { ageYears, weightKg: null, fitzpatrick: fitzpatrick as Person["fitzpatrick"] };
}
