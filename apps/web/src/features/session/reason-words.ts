import type { SessionView } from "@fibril/contract";
import { checkSession, findingKey } from "@fibril/protocol";
import { planDeviations, type SessionRecord, treatmentOf } from "@fibril/session";
import { personOf } from "./record-of.ts";
import type { ReasonWords } from "./record-parts.ts";

/** What each finding says that these records gave a reason for; a key that no rule knows any more stays as it was kept. */
export function reasonWords(
  view: Pick<SessionView, "ageYears" | "fitzpatrick" | "weight" | "plan">,
  records: readonly SessionRecord[],
): ReasonWords {
  const said = new Map<string, string>();
  for (const record of records) {
    for (const found of checkSession(treatmentOf(record, personOf(view)))) said.set(findingKey(found), found.message);
    for (const { key, words } of planDeviations(record, view.plan)) said.set(key, words);
  }
  return (finding) => said.get(finding) ?? finding;
}
