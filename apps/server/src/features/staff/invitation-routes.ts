import {
  AcceptInvitationBody,
  Id,
  InvitationView,
  InviteStaffBody,
  OpenInvitationsView,
  StaffRole,
} from "@fibril/contract";
import { z } from "zod";
import { answeredSecret } from "../../platform/auth/answered-secrets.ts";
import { insertSecret, useSecret } from "../../platform/auth/one-time-secrets.ts";
import { hashPassword, newSecret } from "../../platform/auth/secrets.ts";
import { enterClinic, returnToGate } from "../../platform/database/database.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute, gateRoute } from "../../platform/http/route.ts";
import * as invitations from "./invitation-store.ts";
import * as store from "./store.ts";

const invitationDays = 7;
const validMinutes = invitationDays * 24 * 60;
const OneInvitation = z.strictObject({ invitationId: Id });
const Invited = z.object({ role: StaffRole, name: z.string() });

type Asked = Pick<
  ClinicAsked<undefined, undefined, undefined>,
  "tx" | "caller" | "clinicId" | "now" | "newId" | "record" | "send" | "services"
>;

const listInvitations = clinicRoute({
  method: "GET",
  path: "/api/staff/invitations",
  operationId: "listInvitations",
  summary: "Invitations that nobody has taken yet, the newest first.",
  answers: { 200: OpenInvitationsView },
  run: async ({ tx, clinicId, now }) => {
    await returnToGate(tx);
    const rows = await invitations.listOpen(tx, clinicId);
    await enterClinic(tx, clinicId);
    return answer(200, {
      invitations: rows.map(({ id, email, detail, created_at, expires_at }) => ({
        id,
        email,
        ...Invited.parse(detail),
        sentAt: created_at.toISOString(),
        expiresAt: expires_at.toISOString(),
        isOver: expires_at <= now,
      })),
    });
  },
});

const inviteStaff = clinicRoute({
  method: "POST",
  path: "/api/staff/invitations",
  operationId: "inviteStaff",
  summary: "Sends a colleague a link to join in a role.",
  body: InviteStaffBody,
  answers: { 201: InvitationView },
  run: async (asked) => invite(asked, asked.body, "invited"),
});

const inviteAgain = clinicRoute({
  method: "POST",
  path: "/api/staff/invitations/:invitationId/again",
  operationId: "inviteAgain",
  summary: "Sends an invitation anew; the link that was sent before no longer works.",
  params: OneInvitation,
  answers: { 201: InvitationView },
  run: async (asked) => {
    const { tx, clinicId, params } = asked;
    await returnToGate(tx);
    const open = await invitations.takeBack(tx, clinicId, { id: params.invitationId, now: asked.now, by: null });
    await enterClinic(tx, clinicId);
    if (!open?.email) return problem("not-found");
    return invite(asked, { email: open.email, ...Invited.parse(open.detail) }, "invited again");
  },
});

const takeBackInvitation = clinicRoute({
  method: "DELETE",
  path: "/api/staff/invitations/:invitationId",
  operationId: "takeBackInvitation",
  summary: "Withdraws an invitation: its link no longer works, and says so.",
  params: OneInvitation,
  answers: { 200: z.object({ email: z.string() }) },
  run: async ({ tx, clinicId, params, caller, now, record }) => {
    await returnToGate(tx);
    const taken = await invitations.takeBack(tx, clinicId, { id: params.invitationId, now, by: caller.name });
    await enterClinic(tx, clinicId);
    if (!taken?.email) return problem("not-found");
    record({ action: "withdrew", noun: "invitation", subjectId: taken.id, detail: { email: taken.email } });
    return answer(200, { email: taken.email });
  },
});

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
      return problem("link-refused", { detail: await invitations.whyRefused(tx, body.token) });
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

export const invitationRoutes = [listInvitations, inviteStaff, inviteAgain, takeBackInvitation, acceptInvitation];

/** Where messages don't leave, the owner is given the link to hand over. */
async function invite(asked: Asked, invited: z.output<typeof InviteStaffBody>, action: "invited" | "invited again") {
  const { tx, caller, clinicId, now, newId, record, send, services } = asked;
  const { role, name } = invited;
  const [id, secret] = [newId(), newSecret()];
  const email = invited.email.toLowerCase();
  await returnToGate(tx);
  if (await store.hasPlace(tx, clinicId, { email, role })) {
    return problem("conflict", { detail: `${email} works here in this role already.` });
  }
  const detail = { role, name };
  await insertSecret(
    tx,
    { id, purpose: "invitation", secret, clinicId, accountId: null, email, detail, validMinutes },
    now,
  );
  await enterClinic(tx, clinicId);
  const link = `${services.publicUrl}/invitation#${secret}`;
  const earlier = action === "invited again" ? " The link that we sent before no longer works." : "";
  const text = `${caller.name} invites you to ${caller.clinicName} as ${role}.${earlier} Join within ${invitationDays} days: ${link}`;
  const subject = `Join ${caller.clinicName}`;
  await send({ kind: "invitation", to: email, subject, text, dedupeKey: `invitation ${id}` });
  record({ action, noun: "staff", subjectId: id, detail: { email, role } });
  const until = new Date(now.getTime() + validMinutes * 60_000);
  const invitation = { email, role, expiresAt: until.toISOString() };
  if (services.messagesLeave()) return answer(201, { ...invitation, link: null });
  return answer(201, { ...invitation, link }, answeredSecret(secret, until));
}
