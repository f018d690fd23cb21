import {
  InstallationView,
  MailboxView,
  OpenSignInsView,
  RequestCodeBody,
  SignInBody,
  SignInView,
  SignInWithCodeBody,
  SignInWithLinkBody,
  SwitchMembershipBody,
} from "@fibril/contract";
import { z } from "zod";
import { insertSecret, useCode, useSecret } from "../../platform/auth/one-time-secrets.ts";
import { isPassword, newCode } from "../../platform/auth/secrets.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, gateRoute } from "../../platform/http/route.ts";
import { enqueueMessage } from "../../platform/messages/outbox.ts";
import { enter, signInView } from "./enter.ts";
import { newPasswordRoutes } from "./new-password-routes.ts";
import * as store from "./store.ts";
import { forgetSuccess, refuseTooMany } from "./tries.ts";

const Done = z.object({ done: z.literal(true) });
const done = answer(200, { done: true as const });

const readInstallation = gateRoute({
  method: "GET",
  path: "/api/installation",
  operationId: "readInstallation",
  summary: "Whether this is a demo, and whether a first owner is still needed.",
  answers: { 200: InstallationView },
  run: async ({ tx }) => {
    const { demo, demoAccounts, hasClinic } = await store.readInstallation(tx);
    const accounts = demo && demoAccounts ? InstallationView.shape.demoAccounts.parse(demoAccounts) : [];
    return answer(200, { demo, needsFirstOwner: !hasClinic, demoAccounts: accounts });
  },
});

const signIn = gateRoute({
  method: "POST",
  path: "/api/sign-in",
  operationId: "signIn",
  summary: "Signs a member of staff in by e-mail and password.",
  body: SignInBody,
  answers: { 200: SignInView },
  run: async (asked) => {
    const { tx, body, address, now } = asked;
    const tried = { act: "password", email: body.email, address } as const;
    const refused = await refuseTooMany(tx, tried, now);
    if (refused) return refused;
    const account = await store.findAccountByEmail(tx, body.email);
    const matches = await isPassword(account?.password_hash ?? null, body.password);
    if (!account || !matches) return problem("sign-in-refused", { detail: "The e-mail or the password is not right." });
    await forgetSuccess(tx, tried);
    return enter(asked, account.id, null);
  },
});

const requestCode = gateRoute({
  method: "POST",
  path: "/api/sign-in/codes",
  operationId: "requestCode",
  answersOnce: true,
  summary: "Sends a patient a one-time code; the answer never tells whether the address is known.",
  body: RequestCodeBody,
  answers: { 200: Done },
  run: async ({ tx, body, now, newId, address }) => {
    const email = body.email.toLowerCase();
    const refused = await refuseTooMany(tx, { act: "code", email, address }, now);
    if (refused) return refused;
    const { accountId, membership } = await store.findMember(tx, { email, isPatient: true }, newId);
    const code = newCode();
    const id = newId();
    const kept = { id, purpose: "patient-code", secret: code, clinicId: membership?.clinic_id ?? null } as const;
    await insertSecret(tx, { ...kept, accountId, email, validMinutes: 10 }, now);
    if (!membership) return done;
    const text = `Your code is ${code}. It is good for 10 minutes; a code that we sent before it no longer works. If you did not ask for it, you need do nothing.`;
    const message = { kind: "sign-in-code", to: email, subject: `Your code for ${membership.clinic_name}`, text };
    await enqueueMessage(tx, membership.clinic_id, { ...message, dedupeKey: `code ${id}` }, now);
    return done;
  },
});

const signInWithCode = gateRoute({
  method: "POST",
  path: "/api/sign-in/code",
  operationId: "signInWithCode",
  summary: "Signs a patient in by the code that was sent.",
  body: SignInWithCodeBody,
  answers: { 200: SignInView },
  run: async (asked) => {
    const { tx, body, now, address, key } = asked;
    const refused = await refuseTooMany(tx, { act: "code-try", email: body.email, address }, now);
    if (refused) return refused;
    const secret = await useCode(tx, { purpose: "patient-code", address: body.email, code: body.code, key }, now);
    if (!secret?.account_id)
      return problem("sign-in-refused", { detail: "The code is not right, or its time is over." });
    return enter(asked, secret.account_id, { role: "patient" });
  },
});

const signInWithLink = gateRoute({
  method: "POST",
  path: "/api/sign-in/link",
  operationId: "signInWithLink",
  summary: "Signs a patient in by the link that the clinic sent.",
  body: SignInWithLinkBody,
  answers: { 200: SignInView },
  run: async (asked) => {
    const { tx, body, now, key } = asked;
    const secret = await useSecret(tx, { purpose: "patient-link", secret: body.token, key }, now);
    if (!secret?.account_id) return problem("link-refused", { detail: "This link was used or its time is over." });
    return enter(asked, secret.account_id, { role: "patient", clinicId: secret.clinic_id });
  },
});

const readSignIn = gateRoute({
  method: "GET",
  path: "/api/sign-in",
  operationId: "readSignIn",
  summary: "Who is signed in, where and as what.",
  answers: { 200: SignInView },
  run: async ({ tx, caller, now }) => {
    if (!caller) return problem("not-signed-in");
    return answer(200, await signInView(tx, caller.accountId, caller.membershipId, { ...caller, now }));
  },
});

const switchMembership = gateRoute({
  method: "POST",
  path: "/api/sign-in/membership",
  operationId: "switchMembership",
  summary: "Goes on as another membership of the same account.",
  body: SwitchMembershipBody,
  answers: { 200: SignInView },
  run: async ({ tx, caller, body, now }) => {
    if (!caller?.signInHash) return problem("not-signed-in");
    const memberships = await store.listMemberships(tx, caller.accountId);
    const target = memberships.find(({ id }) => id === body.membershipId);
    if (!target) return problem("not-found");
    await store.moveSignIn(tx, caller, { clinicId: target.clinic_id, membershipId: target.id });
    return answer(200, await signInView(tx, caller.accountId, target.id, { ...caller, now }));
  },
});

const signOut = gateRoute({
  method: "POST",
  path: "/api/sign-out",
  operationId: "signOut",
  summary: "Ends this sign-in.",
  answers: { 200: Done },
  run: async ({ tx, caller, setSignIn }) => {
    if (caller?.signInHash) await store.deleteSignIn(tx, caller.signInHash);
    setSignIn(null);
    return done;
  },
});

const signOutEverywhere = gateRoute({
  method: "POST",
  path: "/api/sign-out/everywhere",
  operationId: "signOutEverywhere",
  summary: "Ends every sign-in of the account, on every device.",
  answers: { 200: Done },
  run: async ({ tx, caller, setSignIn, record }) => {
    if (!caller) return problem("not-signed-in");
    await store.deleteSignInsOf(tx, caller.accountId);
    record(caller.clinicId, caller, { action: "signed out everywhere", noun: "account", subjectId: caller.accountId });
    setSignIn(null);
    return done;
  },
});

const listOpenSignIns = gateRoute({
  method: "GET",
  path: "/api/account/sign-ins",
  operationId: "listOpenSignIns",
  summary: "Where this account is signed in now, the latest used first.",
  answers: { 200: OpenSignInsView },
  run: async ({ tx, caller, now }) => {
    if (!caller) return problem("not-signed-in");
    const rows = await store.listOpenSignIns(tx, caller.accountId, now);
    const signIns = rows.map(({ token_hash, device, created_at, last_seen_at }) => ({
      device,
      since: created_at.toISOString(),
      lastSeenAt: last_seen_at.toISOString(),
      isThisOne: caller.signInHash?.equals(token_hash) ?? false,
    }));
    return answer(200, { signIns });
  },
});

const readMailbox = gateRoute({
  method: "GET",
  path: "/api/demo/mailbox",
  operationId: "readMailbox",
  summary: "Every message of the demo that has left; outside a demo there is nothing here.",
  answers: { 200: MailboxView },
  run: async ({ tx, now, services }) => {
    const { demo } = await store.readInstallation(tx);
    if (!demo) return problem("not-found");
    const messages = await store.listMessages(tx, now);
    return answer(200, {
      messages: messages.map((message) => ({ ...message, text: atThisAddress(message.text, services.publicUrl) })),
    });
  },
});

/** A demo may have been filled, or run before, on another port: its links lead to where it runs now. */
function atThisAddress(text: string, publicUrl: string): string {
  return text.replaceAll(/http:\/\/127\.0\.0\.1:\d+(?=\/)/g, publicUrl);
}

export const signInRoutes = [
  readInstallation,
  signIn,
  requestCode,
  signInWithCode,
  signInWithLink,
  ...newPasswordRoutes,
  readSignIn,
  switchMembership,
  signOut,
  signOutEverywhere,
  listOpenSignIns,
  readMailbox,
];
