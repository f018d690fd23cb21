import { ChangePasswordBody } from "@fibril/contract";
import { z } from "zod";
import { deleteOtherSignIns, setPassword } from "../features/sign-in/store.ts";
import { hashPassword } from "../platform/auth/secrets.ts";
import { problem } from "../platform/http/problem.ts";
import { answer, gateRoute } from "../platform/http/route.ts";
import { refuseOtherPassword } from "./own-password.ts";

/** A stranger who is signed in elsewhere under the old password is put out by the new one. */
export const changeOwnPassword = gateRoute({
  method: "POST",
  path: "/api/account/password",
  operationId: "changeOwnPassword",
  answersOnce: true,
  summary: "Sets a new password for whoever knows the old one, and ends every other sign-in of the account.",
  body: ChangePasswordBody,
  answers: { 200: z.object({ done: z.literal(true) }) },
  run: async ({ tx, caller, body, services, now, record }) => {
    if (!caller) return problem("not-signed-in");
    const refused = await refuseOtherPassword({ caller, services, now }, body.password);
    if (refused) return refused;
    await setPassword(tx, caller.accountId, await hashPassword(body.newPassword));
    await deleteOtherSignIns(tx, caller);
    record(caller.clinicId, caller, { action: "changed the password", noun: "account", subjectId: caller.accountId });
    return answer(200, { done: true as const });
  },
});
