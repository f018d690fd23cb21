import type { ConsentView } from "@fibril/contract";
import type { Selectable } from "kysely";
import type { Subject } from "../../lookups/patient.ts";
import { dayText, instantText } from "../../platform/clock/day-text.ts";
import { type Block, renderPdf } from "../../platform/documents/render-pdf.ts";
import type { ConsentTextRow } from "../../tables/pathway.ts";
import { namedSources } from "./named-sources.ts";

interface Printed {
  readonly subject: Subject;
  readonly consent: ConsentView;
  readonly text: Selectable<ConsentTextRow>;
  readonly clinicName: string;
  /** Where the clinic is: times are told on its clock. */
  readonly timeZone: string;
}

/** The signed consent on paper: the very text, every answer, who signed and when, and the hash that binds them. */
export function consentDocument({ subject, consent, text, clinicName, timeZone }: Printed): Promise<Buffer> {
  const signedAt = new Date(consent.signedAt);
  return renderPdf({
    title: text.title,
    language: text.language,
    madeAt: signedAt,
    footer: `${clinicName} · version ${text.version} · ${text.sha256.slice(0, 16)}`,
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: "Patient", value: subject.name },
          { label: "Born", value: dayText(subject.birthDate) },
        ],
      },
      ...text.body.split("\n\n").map((paragraph): Block => ({ kind: "paragraph", text: paragraph })),
      { kind: "heading", text: "Answers" },
      { kind: "fields", fields: answeredFields(consent, text) },
      { kind: "heading", text: "Signature" },
      { kind: "fields", fields: signatureFields(consent, text, timeZone) },
      ...drawing(consent),
      { kind: "heading", text: "What the marks in the text stand for" },
      { kind: "fields", fields: namedSources(text.body) },
    ],
  });
}

/** One line for every answer that was given; the uses of photographs are answers too. */
export function answeredFields(consent: ConsentView, text: Pick<Selectable<ConsentTextRow>, "fields" | "kind">) {
  const labels = new Map((text.fields as { key: string; label: string }[]).map(({ key, label }) => [key, label]));
  const answers = Object.entries(consent.answers).map(([key, value]) => ({ label: labels.get(key) ?? key, value }));
  if (text.kind !== "photographs") return answers;
  const uses = ["record", "teaching", "marketing"] as const;
  return [
    ...answers,
    ...uses.map((use) => ({
      label: `Photographs may be used for: ${use}`,
      value: consent.purposes.includes(use) ? "yes" : "no",
    })),
  ];
}

function signatureFields(consent: ConsentView, text: Selectable<ConsentTextRow>, timeZone: string) {
  const withdrawals = consent.withdrawals.map(({ at, by, purpose, reason }) => ({
    label: "Taken back",
    value: `${purpose ?? "all of it"}, ${instantText(new Date(at), timeZone)}, by ${by}${reason.trim() === "" ? "" : `: ${reason}`}`,
  }));
  return [
    { label: "Signed by", value: `${consent.signerName} (${consent.signer})` },
    { label: "Meaning", value: text.kind === "assent" ? "Assent of the minor" : "Consent" },
    {
      label: "Date and time",
      value: `${instantText(new Date(consent.signedAt), timeZone)} (${timeZone}; ${consent.signedAt})`,
    },
    { label: "Text", value: `version ${text.version}, ${text.language}, SHA-256 ${text.sha256}` },
    { label: "Content", value: consent.intact ? "unchanged since it was signed" : "CHANGED since it was signed" },
    ...(consent.signature.kind === "typed" ? [{ label: "Typed name", value: consent.signature.name }] : []),
    ...withdrawals,
  ];
}

function drawing({ signature, signerName }: ConsentView): Block[] {
  if (signature.kind !== "drawn") return [];
  const alt = `Drawn signature of ${signerName}`;
  return [{ kind: "drawing", path: signature.path, width: 600, height: 200, alt, widthPt: 220 }];
}
