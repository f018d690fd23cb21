import { createHash } from "node:crypto";
import type { ConsentText } from "@fibril/consent";

/** What a person was shown: any change of a word, a question or the version gives another hash. */
export function hashText(text: ConsentText & { readonly version: number; readonly language: string }): string {
  const fields = text.fields.map(({ key, label, kind, required, mustBe }) => [
    key,
    label,
    kind,
    required,
    mustBe ?? null,
  ]);
  return sha256([text.kind, text.version, text.language, text.title, text.body, fields]);
}

export interface SignedContent {
  readonly patientId: string;
  readonly textSha256: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly purposes: readonly string[];
  readonly signer: string;
  readonly guardianId: string | null;
  readonly signerName: string;
  readonly signature: unknown;
  readonly deviceTime: Date;
  readonly signedAt: Date;
}

/** Binds a signature to what was signed, by whom and when. */
export function hashConsent(content: SignedContent): string {
  const answers = Object.entries(content.answers).sort(([left], [right]) => (left < right ? -1 : 1));
  return sha256([
    content.patientId,
    content.textSha256,
    answers,
    [...content.purposes].sort(),
    content.signer,
    content.guardianId,
    content.signerName,
    signatureOf(content.signature),
    content.deviceTime.toISOString(),
    content.signedAt.toISOString(),
  ]);
}

/** jsonb keeps no order of keys, so the signature is told as a list. */
function signatureOf(signature: unknown): unknown {
  const { kind, path, name } = signature as { kind: string; path?: unknown; name?: unknown };
  return [kind, path ?? null, name ?? null];
}

function sha256(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
