import { insertFoundingResources } from "../features/booking/founding-store.ts";
import { insertClinic } from "../features/clinic/store.ts";
import { publishFoundingTexts } from "../features/consent/founding-store.ts";
import { insertAccount, insertMember } from "../features/staff/store.ts";
import type { Tx } from "../platform/database/database.ts";
import { enterClinic, returnToGate } from "../platform/database/database.ts";

export interface ClinicToFound {
  readonly name: string;
  readonly timeZone: string;
  readonly phone: string;
  readonly email: string;
  readonly emergencyText: string;
  readonly owner: { readonly name: string; readonly email: string; readonly passwordHash: string };
}

/**
 * A new clinic that can work at once: its owner, one site with opening hours, a consultation and a needling service,
 * and the first consent texts. Runs at the gate and returns there.
 */
export async function foundClinic(tx: Tx, clinic: ClinicToFound, { now, newId }: { now: Date; newId: () => string }) {
  const clinicId = newId();
  await insertClinic(tx, { ...clinic, clinicId }, now);
  const account = { id: newId(), ...clinic.owner };
  const accountId = await insertAccount(tx, account, now);
  const owner = {
    accountId,
    membershipId: newId(),
    staffId: newId(),
    name: clinic.owner.name,
    email: clinic.owner.email,
  };
  await insertMember(tx, clinicId, { ...owner, role: "owner" }, now);
  await enterClinic(tx, clinicId);
  await insertFoundingResources(tx, clinicId, { name: clinic.name, timeZone: clinic.timeZone, newId });
  await publishFoundingTexts(tx, clinicId, { now, newId });
  await returnToGate(tx);
  return { clinicId, owner };
}
