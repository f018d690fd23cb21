/** What is agreed to: being treated, being photographed, and a minor's own yes beside the guardian's. */
export const consentKinds = ["treatment", "photographs", "assent"] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** What photographs may be used for, each agreed to apart; refusing all of them never blocks treatment. */
export const photographPurposes = ["record", "teaching", "marketing"] as const;
export type PhotographPurpose = (typeof photographPurposes)[number];

/** A question that the signer answers inside the text. */
export interface ConsentField {
  readonly key: string;
  readonly label: string;
  readonly kind: "yes-no" | "text";
  readonly required: boolean;
  /** The only answer with which the text may be signed, where there is one. */
  readonly mustBe?: "yes" | undefined;
}

export interface ConsentText {
  readonly kind: ConsentKind;
  readonly title: string;
  /** Paragraphs parted by an empty line; `[S14]` marks a source of the evidence register. */
  readonly body: string;
  readonly fields: readonly ConsentField[];
}

export interface FieldIssue {
  readonly key: string;
  readonly message: string;
}

/** What keeps a text from being signed: an answer that is missing, of the wrong kind, unknown, or not the needed yes. */
export function refuseAnswers(
  fields: readonly ConsentField[],
  answers: Readonly<Record<string, string>>,
): readonly FieldIssue[] {
  const unknown = Object.keys(answers)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key) => ({ key, message: "is not asked in this text" }));
  const wrong = fields.flatMap((field) => {
    const message = refuseAnswer(field, answers[field.key]?.trim() ?? "");
    return message ? [{ key: field.key, message }] : [];
  });
  return [...unknown, ...wrong];
}

function refuseAnswer(field: ConsentField, given: string): string | null {
  if (given === "") return field.required ? "needs an answer" : null;
  if (field.kind === "yes-no" && given !== "yes" && given !== "no") return "is yes or no";
  if (field.mustBe && given !== field.mustBe) return "has to be yes before this can be signed";
  return null;
}
