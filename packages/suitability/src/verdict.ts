/** The verdicts, the most cautious first: the verdict of the whole is the first of these among its findings. */
export const verdicts = ["do-not-treat", "refer", "defer", "incomplete", "adapt", "suitable"] as const;
export type Verdict = (typeof verdicts)[number];

/** Who may let treatment go ahead against a finding; `answer` is answered, never overridden. */
export type Overridable = "never" | "prescriber" | "practitioner" | "answer" | "none-needed";

const caution = Object.fromEntries(verdicts.map((verdict, index) => [verdict, index])) as Record<Verdict, number>;

/** Negative where `left` is the more cautious. */
export function compareCaution(left: Verdict, right: Verdict): number {
  return caution[left] - caution[right];
}

/** Whether treatment may go ahead today. Unknown is never fine: `incomplete` is a no. */
export function isTreatable(verdict: Verdict): boolean {
  return verdict === "adapt" || verdict === "suitable";
}
