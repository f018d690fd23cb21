import { insertToken } from "../features/api-token/store.ts";
import { readDemoClock } from "../features/clinic/store.ts";
import { insertAccount, insertMember } from "../features/staff/store.ts";
import { appendAudit } from "../platform/audit/audit.ts";
import { hashSecret, newSecret } from "../platform/auth/secrets.ts";
import { tokenAddress } from "../platform/auth/token-address.ts";
import { enterClinic, openDatabase, returnToGate } from "../platform/database/database.ts";
import { newId } from "../platform/ids.ts";
import { Refusal } from "../platform/refusal.ts";

export interface TokenToCreate {
  readonly databaseUrl: string;
  readonly role: "owner" | "manager" | "practitioner" | "front-desk" | "auditor" | "integrator";
  readonly name: string;
  /** Needed only where the installation has several clinics. */
  readonly clinicId: string | null;
}

/** A token for scripts, with a place of its own in the clinic, so that the audit names it. Shown once. */
export async function createToken({ databaseUrl, role, name, clinicId }: TokenToCreate): Promise<string> {
  const database = openDatabase(databaseUrl, 1);
  const secret = newSecret();
  try {
    await database.atGate(async (tx) => {
      const { offsetSeconds } = await readDemoClock(tx);
      const now = new Date(Date.now() + offsetSeconds * 1_000);
      const ids = { account: newId(now), membership: newId(now), staff: newId(now), token: newId(now) };
      const clinics = await tx.selectFrom("clinic").select("clinic_id").execute();
      const chosen = clinicId ?? (clinics.length === 1 ? clinics[0]?.clinic_id : undefined);
      if (!chosen || !clinics.some((clinic) => clinic.clinic_id === chosen)) {
        const ids = clinics.map((clinic) => clinic.clinic_id).join(", ");
        throw new Refusal(
          clinics.length === 0
            ? "there is no clinic yet: the first owner makes it, at the address that `fibril start` prints"
            : `name the clinic with --clinic, one of ${ids}`,
        );
      }
      const email = tokenAddress(ids.token);
      const accountId = await insertAccount(tx, { id: ids.account, email, name, passwordHash: null }, now);
      const member = { accountId, membershipId: ids.membership, staffId: ids.staff, name, email, role };
      await insertMember(tx, chosen, member, now);
      const token = { id: ids.token, tokenHash: hashSecret(secret), membershipId: ids.membership, name };
      await insertToken(tx, chosen, token, now);
      await enterClinic(tx, chosen);
      const entry = { action: "created", noun: "api token", subjectId: ids.token, detail: { role, name } };
      await appendAudit(tx, chosen, {
        actor: { accountId: null, name: "command line", role: "system" },
        entries: [entry],
        now,
      });
      await returnToGate(tx);
    });
  } finally {
    await database.close();
  }
  return secret;
}
