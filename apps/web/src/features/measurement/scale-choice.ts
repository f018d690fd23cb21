import { checkScore, type Scale, type ScaleId, scaleIds, scaleOf } from "@fibril/measurement";
import { messages } from "../../messages/index.ts";

/** Those proposed for the patient's concerns first; a scale that is switched off says why and can't be chosen. */
export function scaleChoices(proposed: readonly ScaleId[]) {
  const text = messages.measurement;
  const others = scaleIds.filter((id) => !proposed.includes(id));
  return [
    { group: text.proposed, items: proposed.map(option) },
    { group: text.others, items: others.map(option) },
  ].filter(({ items }) => items.length > 0);
}

function option(id: ScaleId) {
  const { label, switchedOff } = scaleOf(id);
  if (switchedOff === null) return { value: id, label };
  return { value: id, label: `${label}. ${messages.measurement.off(switchedOff)}`, disabled: true };
}

export function raterOf({ rater }: Pick<Scale, "rater">): "professional" | "patient" {
  return rater === "patient" ? "patient" : "professional";
}

/** Every score of a scale with words, lowest first. */
export function anchoredValues({ min, max, step }: Scale): readonly number[] {
  const by = step ?? 1;
  return Array.from({ length: Math.round((max - min) / by) + 1 }, (_, index) => min + index * by);
}

export function scoreIssue(scale: ScaleId, value: number | null): string | null {
  const text = messages.measurement;
  if (value === null) return text.chooseValue;
  const checked = checkScore(scale, value);
  if (checked.ok) return null;
  const { problem } = checked;
  switch (problem.code) {
    case "scale-switched-off":
      return text.off(problem.reason);
    case "out-of-range":
      return text.outOfRange(problem.min, problem.max);
    case "off-step":
      return text.offStep(problem.step);
    default:
      return problem satisfies never;
  }
}
