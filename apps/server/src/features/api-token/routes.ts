import { ApiTokenListView, ApiTokenView, Id } from "@fibril/contract";
import { z } from "zod";
import { enterClinic, returnToGate } from "../../platform/database/database.ts";
import { problem } from "../../platform/http/problem.ts";
import { answer, clinicRoute } from "../../platform/http/route.ts";
import * as store from "./store.ts";

const listApiTokens = clinicRoute({
  method: "GET",
  path: "/api/api-tokens",
  operationId: "listApiTokens",
  summary: "Every API token of the clinic, those that still work first; never the secrets.",
  answers: { 200: ApiTokenListView },
  run: async ({ tx, clinicId }) => {
    await returnToGate(tx);
    const tokens = await store.listTokens(tx, clinicId);
    await enterClinic(tx, clinicId);
    return answer(200, { tokens: [...tokens] });
  },
});

const revokeApiToken = clinicRoute({
  method: "DELETE",
  path: "/api/api-tokens/:tokenId",
  operationId: "revokeApiToken",
  summary: "Ends an API token for good: its next request is refused.",
  params: z.strictObject({ tokenId: Id }),
  answers: { 200: ApiTokenView },
  run: async ({ tx, clinicId, params, now, record }) => {
    await returnToGate(tx);
    const token = await store.findToken(tx, clinicId, params.tokenId);
    if (!token) return problem("not-found");
    if (token.revoked_at) return problem("conflict", { detail: "This token was revoked before." });
    await store.revokeToken(tx, clinicId, token.id, now);
    await enterClinic(tx, clinicId);
    record({ action: "revoked", noun: "api token", subjectId: token.id, detail: { name: token.name } });
    return answer(200, store.tokenView({ ...token, revoked_at: now }));
  },
});

export const apiTokenRoutes = [listApiTokens, revokeApiToken];
