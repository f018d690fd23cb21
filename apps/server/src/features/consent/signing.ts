import { type ConsentState, consentState, refuseAnswers } from "@fibril/consent";
import type { ConsentsView, ConsentTextView, SignConsentBody } from "@fibril/contract";
import type { InputIssue } from "@fibril/kernel";
import type { Subject } from "../../lookups/patient.ts";
import type { Tx } from "../../platform/database/database.ts";
import { listConsents, listTextsInForce } from "./store.ts";

/** Texts, signatures and where they leave the patient. */
export async function readConsentsOf(
  tx: Tx,
  clinicId: string,
  patient: { readonly id: string; readonly isMinor: boolean },
): Promise<ConsentsView> {
  const texts = await listTextsInForce(tx, clinicId);
  const consents = await listConsents(tx, clinicId, patient.id);
  const state = stateOf(texts, consents, patient.isMinor);
  const { photographPurposes } = state;
  return { state: { ...state, photographPurposes: [...photographPurposes] }, texts, consents };
}

function stateOf(
  texts: readonly ConsentTextView[],
  consents: ConsentsView["consents"],
  isMinor: boolean,
): ConsentState {
  const version = (kind: ConsentTextView["kind"]) => texts.find((text) => text.kind === kind)?.version ?? 0;
  return consentState({
    // What no longer has the hash that was signed counts as never signed.
    consents: consents.filter(({ intact }) => intact),
    withdrawals: consents.flatMap(({ id, withdrawals }) =>
      withdrawals.map(({ purpose }) => ({ consentId: id, purpose })),
    ),
    versions: { treatment: version("treatment"), photographs: version("photographs"), assent: version("assent") },
    isMinor,
  });
}

interface Signing {
  readonly body: SignConsentBody;
  readonly text: ConsentTextView;
  readonly isMinor: boolean;
  readonly guardians: Subject["guardians"];
}

/** Everything that keeps this signature from counting, each with its field. */
export function refuseSignature({ body, text, isMinor, guardians }: Signing): readonly InputIssue[] {
  const issues: InputIssue[] = refuseAnswers(text.fields, body.answers).map(({ key, message }) => ({
    path: `answers.${key}`,
    message,
  }));
  const guardian = guardians.find(({ id }) => id === body.guardianId);
  const neededSigner = isMinor && text.kind !== "assent" ? "guardian" : "patient";
  if (body.signer !== neededSigner) issues.push({ path: "signer", message: `has to be the ${neededSigner}` });
  if (body.signer === "guardian" && !guardian)
    issues.push({ path: "guardianId", message: "is not a guardian of this patient" });
  if (body.signer === "guardian" && guardian && !guardian.identityChecked) {
    issues.push({ path: "guardianId", message: "their identity was not checked yet" });
  }
  if (body.signer === "patient" && body.guardianId)
    issues.push({ path: "guardianId", message: "belongs to a guardian's signature" });
  if (text.kind !== "photographs" && body.purposes.length > 0) {
    issues.push({ path: "purposes", message: "belong to photographs" });
  }
  if (new Set(body.purposes).size !== body.purposes.length) issues.push({ path: "purposes", message: "named twice" });
  return issues;
}
