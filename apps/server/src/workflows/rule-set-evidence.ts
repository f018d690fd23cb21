import {
  clinicalStatements,
  EvidenceView,
  ReviewStatementsBody,
  type Statement,
  type StatementView,
  sourcesWithUse,
  statementTier,
} from "@fibril/contract";
import { statementContent } from "@fibril/evidence";
import * as store from "../features/rule-set/store.ts";
import { currentRuleSet } from "../lookups/rule-set.ts";
import { findSigner } from "../lookups/staff.ts";
import { type KeptReview, listNewestReviews } from "../lookups/statement-reviews.ts";
import { Problem, problem } from "../platform/http/problem.ts";
import { answer, type ClinicAsked, clinicRoute } from "../platform/http/route.ts";
import { provenSigner } from "./proven-signer.ts";

const readEvidence = clinicRoute({
  method: "GET",
  path: "/api/evidence",
  operationId: "readEvidence",
  summary: "Every clinical statement of the product with its sources, what else was found, and who has reviewed it.",
  answers: { 200: EvidenceView },
  run: async (asked) => answer(200, await evidenceView(asked)),
});

const reviewStatements = clinicRoute({
  method: "POST",
  path: "/api/evidence/reviews",
  operationId: "reviewStatements",
  summary: "A named clinician signs that they have read statements and their sources.",
  body: ReviewStatementsBody,
  answers: { 201: EvidenceView },
  run: async (asked) => {
    const { tx, clinicId, body, now, newId, record } = asked;
    const { statements } = await statementsOf(asked);
    const read = body.statements.map(({ part, id, says }) => ({
      asked: { part, id, says },
      found: statements.find((one) => one.part === part && one.id === id),
    }));
    if (read.some(({ found }) => found === undefined)) return problem("not-found");
    if (read.some(({ asked: { says }, found }) => found?.says !== says)) {
      return problem("stale-version", {
        detail: "A statement has changed since it was shown. Nothing was signed.",
        current: await evidenceView(asked),
      });
    }
    const signer = await provenSigner(asked, body.password);
    if (signer instanceof Problem) return signer;
    for (const { found } of read) {
      if (!found) continue;
      const id = newId();
      const review = { id, part: found.part, statementId: found.id, content: statementContent(found), signer };
      await store.insertReview(tx, clinicId, review, now);
      record({ action: "reviewed", noun: "statement", subjectId: id, detail: { part: found.part, id: found.id } });
    }
    return answer(201, await evidenceView(asked));
  },
});

export const ruleSetEvidenceRoutes = [readEvidence, reviewStatements];

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "caller">;

async function statementsOf({ tx, clinicId }: Asked) {
  const ruleSet = await currentRuleSet(tx, clinicId, null);
  return { ruleSet, statements: clinicalStatements(ruleSet) };
}

async function evidenceView(asked: Asked): Promise<EvidenceView> {
  const { tx, clinicId, caller } = asked;
  const { ruleSet, statements } = await statementsOf(asked);
  const reviews = await listNewestReviews(tx, clinicId);
  const registration = (await findSigner(tx, caller))?.registration ?? null;
  const maySign = (caller.role === "owner" || caller.role === "practitioner") && registration !== null;
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    statements: statements.map((statement) => statementView(statement, reviews)),
    sources: sourcesWithUse(statements),
    signer: { maySign, name: caller.name, registration },
  };
}

function statementView(statement: Statement, reviews: readonly KeptReview[]): StatementView {
  const review = reviews.find(({ part, statementId }) => part === statement.part && statementId === statement.id);
  return {
    part: statement.part,
    table: statement.table,
    id: statement.id,
    says: statement.says,
    sources: [...statement.sources],
    found: statement.found.map(({ says, sources }) => ({ says, sources: [...sources] })),
    range: statement.range,
    tier: statementTier(statement),
    review: review
      ? {
          by: review.signerName,
          registration: review.signerRegistration,
          at: review.signedAt.toISOString(),
          isCurrent: review.content === statementContent(statement),
        }
      : null,
  };
}
