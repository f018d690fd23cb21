import type { PoseId } from "./photograph-poses.ts";

/** What was noted when a photograph was taken; null was not noted. Nothing in it is read from the picture. */
export interface PhotographConditions {
  readonly pose: PoseId | null;
  readonly camera: string | null;
  readonly distanceCm: number | null;
  readonly light: string | null;
}

export const comparedConditions = ["pose", "camera", "distanceCm", "light"] as const;
export type ComparedCondition = (typeof comparedConditions)[number];
export type ConditionState = "same" | "different" | "not-assessed";

export interface Comparability {
  readonly verdict: "same-conditions-noted" | "different" | "not-assessed";
  readonly conditions: Readonly<Record<ComparedCondition, ConditionState>>;
  readonly words: string;
}

const names = { pose: "pose", camera: "camera", distanceCm: "distance", light: "light" } as const;

/** Distances within a tenth of the longer one count as the same: our own figure, for a face at arm's length. */
const distanceTolerance = 0.1;

/**
 * Whether two photographs were noted as taken under the same conditions. One difference makes the pair different; a
 * condition not noted on either side is "not assessed", never "the same".
 */
export function compareConditions(before: PhotographConditions, after: PhotographConditions): Comparability {
  const conditions = {
    pose: equal(before.pose, after.pose),
    camera: equal(before.camera, after.camera),
    distanceCm: near(before.distanceCm, after.distanceCm),
    light: equal(before.light, after.light),
  };
  const inState = (state: ConditionState) => comparedConditions.filter((name) => conditions[name] === state);
  const [different, unknown] = [inState("different"), inState("not-assessed")];
  if (different.length > 0) {
    return { verdict: "different", conditions, words: `Not comparable: ${list(different)} differed.${also(unknown)}` };
  }
  if (unknown.length > 0)
    return { verdict: "not-assessed", conditions, words: `Not assessed: ${list(unknown)} not noted.` };
  return {
    verdict: "same-conditions-noted",
    conditions,
    words: "Pose, camera, distance and light were noted as the same; the pictures themselves were not measured.",
  };
}

function equal(before: string | null, after: string | null): ConditionState {
  const [first, second] = [before?.trim() ?? "", after?.trim() ?? ""];
  if (first === "" || second === "") return "not-assessed";
  return first === second ? "same" : "different";
}

function near(before: number | null, after: number | null): ConditionState {
  if (before === null || after === null || !(before > 0 && after > 0)) return "not-assessed";
  return Math.abs(before - after) <= Math.max(before, after) * distanceTolerance ? "same" : "different";
}

function list(conditions: readonly ComparedCondition[]): string {
  return conditions.map((condition) => names[condition]).join(", ");
}

function also(unknown: readonly ComparedCondition[]): string {
  return unknown.length > 0 ? ` Not noted: ${list(unknown)}.` : "";
}
