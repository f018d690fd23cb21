import type { MembershipView, SignInView } from "@fibril/contract";
import { civilDay } from "../../platform/clock/civil-time.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, type GateAsked } from "../../platform/http/route.ts";
import * as store from "./store.ts";

type Asked = GateAsked<undefined, undefined, undefined>;
type AnyAsked = Pick<Asked, "tx" | "now" | "key" | "device" | "setSignIn" | "record">;

/** Signs an account in: with the membership wished for, else its first. */
export async function enter(
  asked: AnyAsked,
  accountId: string,
  wish: { readonly role?: string; readonly clinicId?: string | null } | null,
) {
  const memberships = await store.listMemberships(asked.tx, accountId);
  const fits = (row: (typeof memberships)[number]) =>
    (!wish?.role || row.role === wish.role) && (!wish?.clinicId || row.clinic_id === wish.clinicId);
  const membership = memberships.find(fits);
  if (!membership) return problem("no-place");
  const target = {
    accountId,
    clinicId: membership.clinic_id,
    membershipId: membership.id,
    key: asked.key,
    device: asked.device,
  };
  const { secret, csrfToken, expiresAt } = await store.insertSignIn(asked.tx, target, asked.now);
  asked.setSignIn({ secret, csrfToken });
  const view = await signInView(asked.tx, accountId, membership.id, { csrfToken, expiresAt, now: asked.now });
  const actor = { accountId, name: view.account.name, role: membership.role };
  asked.record(membership.clinic_id, actor, { action: "signed in", noun: "account", subjectId: accountId });
  return answer(200, view);
}

/** Who is signed in, where and as what. */
export async function signInView(
  tx: Asked["tx"],
  accountId: string,
  membershipId: string,
  signIn: { readonly csrfToken: string | null; readonly expiresAt: Date; readonly now: Date },
): Promise<SignInView> {
  const account = await store.findAccount(tx, accountId);
  const memberships = await store.listMemberships(tx, accountId);
  const current = memberships.find(({ id }) => id === membershipId);
  if (!current) throw new Error("a sign-in without its membership");
  return {
    account: { id: account.id, name: account.name, email: account.email },
    membership: membershipView(current),
    others: memberships.filter(({ id }) => id !== membershipId).map(membershipView),
    clinic: {
      id: current.clinic_id,
      name: current.clinic_name,
      timeZone: current.time_zone,
      phone: current.phone,
      emergencyText: current.emergency_text,
    },
    today: civilDay(signIn.now, current.time_zone),
    csrfToken: signIn.csrfToken ?? "",
    expiresAt: signIn.expiresAt.toISOString(),
  };
}

function membershipView(row: Awaited<ReturnType<typeof store.listMemberships>>[number]): MembershipView {
  return {
    id: row.id,
    clinicId: row.clinic_id,
    clinicName: row.clinic_name,
    role: row.role,
    patientId: row.patient_id,
    patientRelation: row.patient_relation,
  };
}
