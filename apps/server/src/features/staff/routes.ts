import { StaffListView, StaffRole } from "@fibril/contract";
import { z } from "zod";
import { enterClinic, returnToGate } from "../../platform/database/database.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import * as store from "./store.ts";

const listStaff = clinicRoute({
  method: "GET",
  path: "/api/staff",
  operationId: "listStaff",
  summary: "Everybody who works at the clinic.",
  answers: { 200: StaffListView },
  run: async ({ tx, clinicId }) => answer(200, { staff: [...(await store.listStaff(tx, clinicId))] }),
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

export const staffRoutes = [listStaff, treatToo, ...invitationRoutes];
