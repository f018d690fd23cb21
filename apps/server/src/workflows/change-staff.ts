import { ChangeStaffBody, Id, StaffView } from "@fibril/contract";
import { addDays } from "@fibril/kernel";
import { z } from "zod";
import { endPractitioner } from "../features/booking/resources-store.ts";
import * as store from "../features/staff/store.ts";
import { enterClinic, returnToGate } from "../platform/database/database.ts";
import { type Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller">;
type Member = NonNullable<Awaited<ReturnType<typeof store.findStaff>>>;

const ownPlace = "You can't end your own place or change your own role: another owner can.";
const lastOwner = "A clinic needs an owner: make somebody else an owner first.";
const hadRole = "They have or had a place in that role already: end this place and invite them into the other.";

export const changeStaff = clinicRoute({
  method: "PATCH",
  path: "/api/staff/:staffId",
  operationId: "changeStaff",
  summary:
    "Changes a colleague's name, registration or role, or ends their place, which signs them out at once. Whoever no longer treats can't be booked.",
  params: z.strictObject({ staffId: Id }),
  body: ChangeStaffBody,
  answers: { 200: StaffView },
  run: async (asked) => {
    const { tx, params, body, clinicId, now, today, record } = asked;
    const before = await store.findStaff(tx, clinicId, params.staffId);
    if (!before) return problem("not-found");
    const { name, registration, version, ended, role = before.role } = body;
    const refused = await refuseChange(asked, before, { ended, role });
    if (refused) return refused;
    const endedAt = ended ? (before.ended_at ?? now) : null;
    const after = await store.updateStaff(tx, clinicId, { id: before.id, version, name, registration, role, endedAt });
    if (!after) return problem("stale-version", { current: store.staffView(before) });
    if (before.role === "practitioner" && (ended || role !== "practitioner"))
      await endPractitioner(tx, clinicId, before.id, addDays(today, -1));
    await returnToGate(tx);
    if (ended) await store.endMembership(tx, clinicId, before.membership_id, now);
    else if (role !== before.role) await store.changeRole(tx, clinicId, before.membership_id, role);
    await enterClinic(tx, clinicId);
    record({
      action: ended ? "ended" : "changed",
      noun: "staff",
      subjectId: before.id,
      ...(role === before.role ? {} : { detail: { before: before.role, role } }),
    });
    return answer(200, store.staffView(after));
  },
});

async function refuseChange(
  { tx, clinicId, caller }: Asked,
  before: Member,
  { ended, role }: { readonly ended: boolean; readonly role: Member["role"] },
): Promise<Problem | null> {
  const changesRole = role !== before.role;
  if (before.ended_at && !ended) return problem("conflict", { detail: "Their place has ended: invite them again." });
  if (before.ended_at || !(ended || changesRole)) return null;
  if (before.role === "owner") {
    await returnToGate(tx);
    const hasOther = await store.hasOtherOwner(tx, clinicId, before.membership_id);
    await enterClinic(tx, clinicId);
    if (!hasOther) return problem("conflict", { detail: lastOwner });
  }
  if (before.membership_id === caller.membershipId) return problem("conflict", { detail: ownPlace });
  const isTaken = changesRole && (await store.hadPlace(tx, clinicId, { accountId: before.account_id, role }));
  return isTaken ? problem("conflict", { detail: hadRole }) : null;
}
