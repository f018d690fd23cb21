import { countTries, findAccount, forgetTries } from "../features/sign-in/store.ts";
import { findSigner } from "../lookups/staff.ts";
import { isPassword } from "../platform/auth/secrets.ts";
import { invalid, type Problem, problem } from "../platform/http/problem.ts";
import type { ClinicAsked } from "../platform/http/route.ts";

const maxTries = 10;

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "caller" | "services" | "now">;

/** A clinician whose registration number is on file and who has just typed their own password again. */
export interface ProvenSigner {
  readonly staffId: string;
  readonly name: string;
  readonly registration: string;
}

/** Who signs for the clinic's rules. Tries are counted also where the rest of the request is undone. */
export async function provenSigner(asked: Asked, password: string): Promise<ProvenSigner | Problem> {
  const { tx, caller, services, now } = asked;
  const signer = await findSigner(tx, caller);
  if (!signer) return problem("not-found");
  const { staffId, name, registration } = signer;
  if (!registration) {
    return problem("conflict", {
      detail:
        "Only a clinician signs this, and no registration number is on file for you: an owner enters it under Staff.",
    });
  }
  const key = `signature ${caller.accountId}`;
  const proof = await services.database.atGateBeside(async (gate) => {
    if ((await countTries(gate, key, now)) > maxTries) return "too-many";
    const account = await findAccount(gate, caller.accountId);
    if (!(await isPassword(account.password_hash, password))) return "wrong";
    await forgetTries(gate, key);
    return "proven";
  });
  if (proof === "too-many") return problem("too-many");
  return proof === "proven" ? { staffId, name, registration } : invalid("password", "is not your password");
}
