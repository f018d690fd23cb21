import { findSigner } from "../lookups/staff.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import type { ClinicAsked } from "../platform/http/route.ts";
import { refuseOtherPassword } from "./own-password.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "caller" | "services" | "now">;

/** A clinician whose registration number is on file and who has just typed their own password again. */
export interface ProvenSigner {
  readonly staffId: string;
  readonly name: string;
  readonly registration: string;
}

/** Who signs for the clinic's rules. */
export async function provenSigner(asked: Asked, password: string): Promise<ProvenSigner | Problem> {
  const signer = await findSigner(asked.tx, asked.caller);
  if (!signer) return problem("not-found");
  const { staffId, name, registration } = signer;
  if (!registration) {
    return problem("conflict", {
      detail:
        "Only a clinician signs this, and no registration number is on file for you: an owner enters it under Staff.",
    });
  }
  const refused = await refuseOtherPassword(asked, password);
  return refused ?? { staffId, name, registration };
}
