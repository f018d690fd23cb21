import { ChangeClinicContactBody, ClinicContactView } from "@fibril/contract";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import { readContact, updateContact } from "./contact-store.ts";

const readClinicContact = clinicRoute({
  method: "GET",
  path: "/api/clinic/contact",
  operationId: "readClinicContact",
  summary: "What the clinic is called and how it is reached.",
  answers: { 200: ClinicContactView },
  run: async ({ tx, clinicId }) => answer(200, await readContact(tx, clinicId)),
});

const changeClinicContact = clinicRoute({
  method: "PUT",
  path: "/api/clinic/contact",
  operationId: "changeClinicContact",
  summary: "Changes the clinic's name, telephone and e-mail as patients read them.",
  body: ChangeClinicContactBody,
  answers: { 200: ClinicContactView },
  run: async ({ tx, clinicId, body, record }) => {
    const after = await updateContact(tx, clinicId, body);
    if (!after) return problem("stale-version", { current: await readContact(tx, clinicId) });
    const { name, phone, email } = after;
    record({ action: "changed", noun: "clinic", subjectId: clinicId, detail: { name, phone, email } });
    return answer(200, after);
  },
});

export const clinicContactRoutes = [readClinicContact, changeClinicContact];
