import { findSession } from "../features/session/store.ts";
import type { Tx } from "../platform/database/database.ts";
import { invalid, type Problem } from "../platform/http/problem.ts";

/** Refuses to hang something on a session that is another patient's, or nobody's. Null where none is named, or it fits. */
export async function refuseOtherSession(
  tx: Tx,
  clinicId: string,
  { patientId, sessionId }: { readonly patientId: string; readonly sessionId: string | null },
): Promise<Problem | null> {
  if (sessionId === null) return null;
  const session = await findSession(tx, clinicId, sessionId);
  return session?.patient_id === patientId ? null : invalid("sessionId", "is no session of this patient");
}
