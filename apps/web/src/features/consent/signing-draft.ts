import { refuseAnswers } from "@fibril/consent";
import type { ConsentTextView, GuardianView, Signature, SignConsentBody } from "@fibril/contract";

/** What somebody has answered on the screen so far. The signature is never kept on the device. */
export interface SigningDraft {
  readonly answers: Readonly<Record<string, string>>;
  readonly purposes: readonly SignConsentBody["purposes"][number][];
  readonly guardianId: string | null;
  readonly signerName: string;
}

export const emptySigning: SigningDraft = { answers: {}, purposes: [], guardianId: null, signerName: "" };

export type SigningGap = "answers" | "guardian" | "name" | "signature";

interface Signing {
  readonly text: ConsentTextView;
  readonly draft: SigningDraft;
  readonly signer: "patient" | "guardian";
  readonly guardians: readonly GuardianView[];
  readonly signature: Signature | null;
}

/** A minor's guardian signs, except for the minor's own yes. */
export function signerOf(kind: ConsentTextView["kind"], isMinor: boolean): "patient" | "guardian" {
  return isMinor && kind !== "assent" ? "guardian" : "patient";
}

/** What is still needed before the text can be signed. */
export function gapsOf({ text, draft, signer, guardians, signature }: Signing): SigningGap[] {
  const guardian = guardians.find(({ id }) => id === draft.guardianId);
  return [
    ...(refuseAnswers(text.fields, draft.answers).length > 0 ? ["answers" as const] : []),
    ...(signer === "guardian" && !guardian?.identityChecked ? ["guardian" as const] : []),
    ...(draft.signerName.trim() === "" ? ["name" as const] : []),
    ...(signature === null || (signature.kind === "typed" && signature.name.trim() === "")
      ? ["signature" as const]
      : []),
  ];
}

/** What is sent: the hash of the text as it was shown goes with it, so that another text is never signed. */
export function bodyOf({ text, draft, signer }: Signing, signature: Signature, deviceTime: string): SignConsentBody {
  return {
    textId: text.id,
    textSha256: text.sha256,
    answers: Object.fromEntries(Object.entries(draft.answers).filter(([, given]) => given.trim() !== "")),
    purposes: text.kind === "photographs" ? [...draft.purposes] : [],
    signer,
    guardianId: signer === "guardian" ? draft.guardianId : null,
    signerName: draft.signerName.trim(),
    signature,
    deviceTime,
  };
}
