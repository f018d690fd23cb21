import { betweenStages, insideError, stages } from "./collocation.ts";
import { apply } from "./step-operator.ts";

/** out = rest x start + pull x source, over the stages. */
export function relax(
  { rest, pull }: { readonly rest: Float64Array; readonly pull: Float64Array },
  start: number,
  source: Float64Array,
  out: Float64Array,
): void {
  apply(pull, source, out);
  for (let i = 0; i < stages; i += 1) out[i] = (out[i] as number) + (rest[i] as number) * start;
}

/** The value of start and stages under the weights of an interpolation. */
export function blend(mix: Float64Array, start: number, stage: Float64Array): number {
  let sum = (mix[0] as number) * start;
  for (let i = 0; i < stages; i += 1) sum += (mix[i + 1] as number) * (stage[i] as number);
  return sum;
}

/** Rate times step from which a state is so close to its source at the stages that its derivative tells nothing. */
const blindSpeed = 30;

/**
 * The error that two mismatches at the start leave inside the step: `gap` of the derivative, which tells of a slow state,
 * and `far` of the value, which tells of one that is fast against the step.
 */
export function insideErrorOf({
  gap,
  far,
  rate,
  stepDays,
}: {
  readonly gap: number;
  readonly far: number;
  readonly rate: number;
  readonly stepDays: number;
}): number {
  const speed = stepDays * rate;
  const told = (stepDays * Math.abs(gap) * insideError) / (1 + speed * insideError);
  return speed < blindSpeed ? told : Math.max(told, Math.abs(far) * betweenStages);
}

/** The next step as an exponent of the square root of two, from the error over what is allowed. */
export function nextExponent(stepDays: number, excess: number, accepted: boolean): number {
  const wanted = Number.isFinite(excess) ? (0.5 / Math.max(excess, 1e-12)) ** (1 / (stages + 1)) : 0.25;
  const factor = Math.min(Math.max(wanted, 0.05), accepted ? 6 : 0.7);
  return Math.min(Math.floor(2 * Math.log2(stepDays * factor) + 1e-9), 22);
}
