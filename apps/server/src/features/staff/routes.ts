import {
  AcceptInvitationBody,
  ChangeStaffBody,
  Id,
  InvitationView,
  InviteStaffBody,
  StaffListView,
  StaffRole,
  StaffView,
} from "@fibril/contract";
import { z } from "zod";
import { insertSecret, useSecret } from "../../platform/auth/one-time-secrets.ts";
import { hashPassword, newSecret } from "../../platform/auth/secrets.ts";
import { enterClinic, returnToGate } from "../../platform/database/database.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute, gateRoute } from "../../platform/http/route.ts";
import * as store from "./store.ts";

const invitationDays = 7;

const listStaff = clinicRoute({
  method: "GET",
  path: "/api/staff",
  operationId: "listStaff",
  summary: "Everybody who works at the clinic.",
  answers: { 200: StaffListView },
  run: async ({ tx, clinicId }) => answer(200, { staff: [...(await store.listStaff(tx, clinicId))] }),
});

const inviteStaff = clinicRoute({
  method: "POST",
  path: "/api/staff/invitations",
  operationId: "inviteStaff",
  summary: "Sends a colleague a link to join in a role.",
  body: InviteStaffBody,
  answers: { 201: InvitationView },
  run: async ({ tx, body, caller, clinicId, now, newId, record, send, services }) => {
    const [id, secret] = [newId(), newSecret()];
    const email = body.email.toLowerCase();
    const detail = { role: body.role, name: body.name };
    const validMinutes = invitationDays * 24 * 60;
    await returnToGate(tx);
    if (await store.hasPlace(tx, clinicId, { email, role: body.role })) {
      return problem("conflict", { detail: `${email} works here in this role already.` });
    }
    await insertSecret(
      tx,
      { id, purpose: "invitation", secret, clinicId, accountId: null, email, detail, validMinutes },
      now,
    );
    await enterClinic(tx, clinicId);
    const link = `${services.publicUrl}/invitation#${secret}`;
    const text = `${caller.name} invites you to ${caller.clinicName} as ${body.role}. Join within ${invitationDays} days: ${link}`;
    const subject = `Join ${caller.clinicName}`;
    await send({ kind: "invitation", to: email, subject, text, dedupeKey: `invitation ${id}` });
    record({ action: "invited", noun: "staff", subjectId: id, detail: { email, role: body.role } });
    const expiresAt = new Date(now.getTime() + validMinutes * 60_000).toISOString();
    return answer(201, { email, role: body.role, expiresAt, link: services.messagesLeave() ? null : link });
  },
});

const treatToo = clinicRoute({
  method: "POST",
  path: "/api/staff/own-practice",
  operationId: "treatToo",
  summary: "Gives an owner who treats patients a practitioner's place beside their own, for the same account.",
  answers: { 201: z.object({ role: StaffRole }) },
  run: async ({ tx, caller, clinicId, now, newId, record }) => {
    const role = "practitioner";
    await returnToGate(tx);
    const email = await store.emailOf(tx, caller.accountId);
    const hasPlace = await store.hasPlace(tx, clinicId, { email, role });
    if (hasPlace) return problem("conflict", { detail: "You have a practitioner's place here already." });
    const ids = { accountId: caller.accountId, membershipId: newId(), staffId: newId() };
    const subjectId = await store.insertMember(tx, clinicId, { ...ids, name: caller.name, email, role }, now);
    await enterClinic(tx, clinicId);
    record({ action: "joined", noun: "staff", subjectId, detail: { role } });
    return answer(201, { role } as const);
  },
});

const Invited = z.object({ role: StaffRole, name: z.string() });

const acceptInvitation = gateRoute({
  method: "POST",
  path: "/api/staff/invitations/accept",
  operationId: "acceptInvitation",
  answersOnce: true,
  summary: "Takes the place that an invitation offers. An account that exists keeps its own name and password.",
  body: AcceptInvitationBody,
  answers: { 201: z.object({ email: z.string() }) },
  run: async ({ tx, body, now, newId, record }) => {
    const invitation = await useSecret(tx, { purpose: "invitation", secret: body.token }, now);
    if (!invitation?.clinic_id || !invitation.email) {
      return problem("sign-in-refused", { detail: "This invitation was used or its time is over." });
    }
    const { role } = Invited.parse(invitation.detail);
    if (await store.hasPlace(tx, invitation.clinic_id, { email: invitation.email, role })) {
      return problem("conflict", { detail: "You work there in this role already: sign in as you are used to." });
    }
    const passwordHash = await hashPassword(body.password);
    const account = { id: newId(), email: invitation.email, name: body.name, passwordHash };
    const accountId = await store.insertAccount(tx, account, now);
    const ids = { accountId, membershipId: newId(), staffId: newId() };
    const member = { ...ids, name: body.name, email: invitation.email, role };
    const subjectId = await store.insertMember(tx, invitation.clinic_id, member, now);
    const actor = { accountId, name: body.name, role };
    record(invitation.clinic_id, actor, { action: "joined", noun: "staff", subjectId, detail: { role } });
    return answer(201, { email: invitation.email });
  },
});

const changeStaff = clinicRoute({
  method: "PATCH",
  path: "/api/staff/:staffId",
  operationId: "changeStaff",
  summary: "Changes a colleague's name or registration, or ends their place, which signs them out at once.",
  params: z.strictObject({ staffId: Id }),
  body: ChangeStaffBody,
  answers: { 200: StaffView },
  run: async ({ tx, params, body, caller, clinicId, now, record }) => {
    const before = await store.findStaff(tx, clinicId, params.staffId);
    if (!before) return problem("not-found");
    if (body.ended && before.account_id === caller.accountId) {
      return problem("conflict", { detail: "You can't end your own place: another owner can." });
    }
    if (before.ended_at && !body.ended)
      return problem("conflict", { detail: "Their place has ended: invite them again." });
    const endedAt = body.ended ? (before.ended_at ?? now) : null;
    const { name, registration, version } = body;
    const after = await store.updateStaff(tx, clinicId, { id: before.id, version, name, registration, endedAt });
    if (!after) return problem("stale-version", { current: store.staffView(before) });
    if (body.ended) {
      await returnToGate(tx);
      await store.endMembership(tx, clinicId, before.membership_id, now);
      await enterClinic(tx, clinicId);
    }
    record({ action: body.ended ? "ended" : "changed", noun: "staff", subjectId: before.id });
    return answer(200, store.staffView(after));
  },
});

export const staffRoutes = [listStaff, inviteStaff, treatToo, acceptInvitation, changeStaff];
