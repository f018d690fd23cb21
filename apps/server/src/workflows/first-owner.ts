import { FirstOwnerBody } from "@fibril/contract";
import { z } from "zod";
import { hasClinic } from "../features/clinic/store.ts";
import { useSecret } from "../platform/auth/one-time-secrets.ts";
import { hashPassword } from "../platform/auth/secrets.ts";
import { isTimeZone } from "../platform/clock/civil-time.ts";
import { enterClinic, returnToGate } from "../platform/database/database.ts";
import { invalid, problem } from "../platform/http/problem.ts";
import { answer, gateRoute } from "../platform/http/route.ts";
import { foundClinic } from "./found-clinic.ts";
import { restoreSetUp, takeKeptSetUp } from "./kept-set-up.ts";

export const defaultEmergencyText =
  "If you can't breathe, your lips or tongue swell, you faint, or your eye hurts or sees badly: call 999 (112) now.";

/** One shot, bound to the token that the program printed when it started on an empty database. */
export const createFirstOwner = gateRoute({
  method: "POST",
  path: "/api/first-owner",
  operationId: "createFirstOwner",
  answersOnce: true,
  summary: "Makes the first clinic and its owner, with the token that was printed at the start.",
  body: FirstOwnerBody,
  answers: { 201: z.object({ email: z.string() }) },
  run: async ({ tx, body, now, newId, record }) => {
    if (await hasClinic(tx)) return problem("not-found");
    if (!isTimeZone(body.timeZone)) return invalid("timeZone", "no such time zone");
    if (!(await useSecret(tx, { purpose: "first-owner", secret: body.token }, now))) return problem("not-found");
    const passwordHash = await hashPassword(body.password);
    const email = body.email.toLowerCase();
    const { clinicId, owner } = await foundClinic(
      tx,
      {
        name: body.clinicName,
        timeZone: body.timeZone,
        phone: "",
        email,
        emergencyText: defaultEmergencyText,
        owner: { name: body.name, email, passwordHash },
      },
      { now, newId },
    );
    const kept = await takeKeptSetUp(tx);
    if (kept) {
      await enterClinic(tx, clinicId);
      await restoreSetUp(tx, clinicId, { kept, newId });
      await returnToGate(tx);
    }
    const actor = { accountId: owner.accountId, name: owner.name, role: "owner" };
    record(clinicId, actor, { action: "founded", noun: "clinic", subjectId: clinicId });
    return answer(201, { email });
  },
});
