import { RequestNewPasswordBody, SetNewPasswordBody } from "@fibril/contract";
import { z } from "zod";
import { insertSecret, useSecret } from "../../platform/auth/one-time-secrets.ts";
import { hashPassword, newSecret } from "../../platform/auth/secrets.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, gateRoute } from "../../platform/http/route.ts";
import { enqueueMessage } from "../../platform/messages/outbox.ts";
import * as store from "./store.ts";
import { refuseTooMany } from "./tries.ts";

const Done = z.object({ done: z.literal(true) });
const done = answer(200, { done: true as const });

const requestNewPassword = gateRoute({
  method: "POST",
  path: "/api/sign-in/new-password-requests",
  operationId: "requestNewPassword",
  answersOnce: true,
  summary: "Sends a link to set a new password; the answer never tells whether the address is known.",
  body: RequestNewPasswordBody,
  answers: { 200: Done },
  run: async ({ tx, body, now, newId, services, address }) => {
    const email = body.email.toLowerCase();
    const refused = await refuseTooMany(tx, { act: "new-password", email, address }, now);
    if (refused) return refused;
    const { accountId, membership } = await store.findMember(tx, { email, isPatient: false }, newId);
    const secret = newSecret();
    const id = newId();
    const kept = { id, purpose: "new-password", secret, clinicId: membership?.clinic_id ?? null } as const;
    await insertSecret(tx, { ...kept, accountId, email, validMinutes: 60 }, now);
    if (!membership) return done;
    const text = `Set a new password within the hour. A link that we sent before this one no longer works. ${services.publicUrl}/new-password#${secret}`;
    const message = { kind: "new-password", to: email, subject: "A new password for fibril", text };
    await enqueueMessage(tx, membership.clinic_id, { ...message, dedupeKey: `new-password ${id}` }, now);
    return done;
  },
});

const setNewPassword = gateRoute({
  method: "POST",
  path: "/api/sign-in/new-password",
  operationId: "setNewPassword",
  answersOnce: true,
  summary: "Sets a new password and ends every sign-in of the account.",
  body: SetNewPasswordBody,
  answers: { 200: Done },
  run: async ({ tx, body, now, record }) => {
    const secret = await useSecret(tx, { purpose: "new-password", secret: body.token }, now);
    if (!secret?.account_id) return problem("link-refused", { detail: "This link was used or its time is over." });
    await store.setPassword(tx, secret.account_id, await hashPassword(body.password));
    await store.deleteSignInsOf(tx, secret.account_id);
    const account = await store.findAccount(tx, secret.account_id);
    if (secret.clinic_id) {
      const actor = { accountId: account.id, name: account.name, role: "account" };
      record(secret.clinic_id, actor, { action: "set a new password", noun: "account", subjectId: account.id });
    }
    return done;
  },
});

export const newPasswordRoutes = [requestNewPassword, setNewPassword];
