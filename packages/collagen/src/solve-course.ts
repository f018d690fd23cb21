import { type Cascade, type Cascades, cascadesOf } from "./cascade.ts";
import { interpolationWeights, nodes, stages, startWeights } from "./collocation.ts";
import type { CourseToSolve } from "./course-to-solve.ts";
import { settleFeedback } from "./feedback.ts";
import type { Injury } from "./injury.ts";
import { restOf } from "./parameters.ts";
import { blend, insideErrorOf, nextExponent, relax } from "./step-arithmetic.ts";
import { type StepOperator, stepOperator } from "./step-operator.ts";
import { emptyTrajectory, type Trajectory } from "./trajectory.ts";

const defaultTolerance = 1e-8;
const smallestStepDays = 2 ** -44;

/**
 * The exact course of the model to within 1e-6 max(1, |x|) for every parameter that the contract accepts.
 *
 * D, I, R and G come from their closed form; F, A, N and M by Radau IIA collocation on steps that start short after each
 * session and grow as the response calms down. The steps are powers of the square root of two, so that their matrices are
 * shared by the whole course.
 */
export function solveCourse(course: CourseToSolve): Trajectory {
  const { days } = course;
  const count = days.length;
  const trajectory = emptyTrajectory(count);
  const run = new CourseRun(course, trajectory);
  const lastDay = days[count - 1] ?? 0;
  run.advance(course.injuries[0]?.day ?? Number.POSITIVE_INFINITY, lastDay);
  for (const [index, injury] of course.injuries.entries()) {
    if (injury.day > lastDay) break;
    run.injure(injury);
    run.advance(course.injuries[index + 1]?.day ?? Number.POSITIVE_INFINITY, lastDay);
  }
  return trajectory;
}

/** The state of one solution under way; not seen outside this file. */
class CourseRun {
  private readonly course: CourseToSolve;
  private readonly trajectory: Trajectory;
  private readonly tolerance: number;
  private readonly cascades: Cascades;
  private readonly operators = new Map<number, StepOperator>();
  private readonly N0: number;
  private now = 0;
  private output = 0;
  private resting = true;
  private F = 0;
  private A: number;
  private N: number;
  private M: number;
  private peakF = 0;
  private slope = 0;
  private readonly signals = new Float64Array(4);
  private readonly at = new Float64Array(4);
  private readonly source = new Float64Array(stages);
  private readonly stageF = new Float64Array(stages);
  private readonly stageA = new Float64Array(stages);
  private readonly stageN = new Float64Array(stages);
  private readonly stageM = new Float64Array(stages);
  private readonly driveA = new Float64Array(stages);
  private readonly driveN = new Float64Array(stages);
  private readonly h = new Float64Array(stages);
  private readonly total = new Float64Array(stages);
  private readonly base = new Float64Array(stages);
  private readonly gain = new Float64Array(stages * stages);
  private readonly mix = new Float64Array(stages + 1);

  constructor(course: CourseToSolve, trajectory: Trajectory) {
    this.course = course;
    this.trajectory = trajectory;
    this.tolerance = course.tolerance ?? defaultTolerance;
    const { N0, M0 } = restOf(course.parameters);
    this.N0 = N0;
    this.cascades = cascadesOf(course.parameters);
    this.A = course.parameters.A0;
    this.N = N0;
    this.M = M0;
  }

  injure({ day, phi }: Injury): void {
    this.now = day;
    if (phi > 0) this.resting = false;
    this.signals[0] = (this.signals[0] as number) + phi;
  }

  /** Carries the state from now to the day `until` or the last day, and writes every output day before `until`. */
  advance(until: number, lastDay: number): void {
    const end = Math.min(until, lastDay);
    const cascade = this.cascades.from(this.signals);
    if (until > this.now) this.writeAsItStands(cascade, (day) => day <= this.now);
    if (this.resting) this.writeAsItStands(cascade, (day) => day < until);
    else this.step({ cascade, from: this.now, length: end - this.now, beforeEnd: until <= lastDay });
    cascade(end - this.now, this.at);
    this.signals.set(this.at);
    this.now = end;
  }

  /** Writes the days that are due with F, A, N and M as they stand. */
  private writeAsItStands(cascade: Cascade, isDue: (day: number) => boolean): void {
    const { days } = this.course;
    while (this.output < days.length && isDue(days[this.output] as number)) {
      cascade(0, this.at);
      this.write(this.F, this.A, this.N, this.M);
    }
  }

  private write(F: number, A: number, N: number, M: number): void {
    const { trajectory, output, at } = this;
    trajectory.D[output] = at[0] as number;
    trajectory.I[output] = at[1] as number;
    trajectory.R[output] = at[2] as number;
    trajectory.G[output] = at[3] as number;
    trajectory.F[output] = Math.max(0, F);
    trajectory.A[output] = Math.max(0, A);
    trajectory.N[output] = Math.max(0, N);
    trajectory.M[output] = Math.max(0, M);
    this.output += 1;
  }

  private step(stretch: {
    readonly cascade: Cascade;
    readonly from: number;
    readonly length: number;
    readonly beforeEnd: boolean;
  }): void {
    const { cascade, from, length, beforeEnd } = stretch;
    let [elapsed, exponent] = [0, -1];
    this.slope = 0;
    while (elapsed < length) {
      let stepDays = 2 ** (exponent / 2);
      const last = beforeEnd && elapsed + stepDays >= length * (1 - 1e-14);
      if (last) stepDays = length - elapsed;
      const operator = this.operatorOf(stepDays, !last);
      const error = this.attempt(operator, cascade, elapsed);
      const accepted = error <= this.tolerance || stepDays < smallestStepDays;
      if (accepted) {
        this.keepPiece(stepDays, elapsed, beforeEnd);
        elapsed = this.accept(stepDays, elapsed, { from, cascade, end: last ? from + length : null });
      }
      exponent = nextExponent(stepDays, error / this.tolerance, accepted);
    }
  }

  private operatorOf(stepDays: number, shared: boolean): StepOperator {
    const known = this.operators.get(stepDays);
    if (known) return known;
    const operator = stepOperator(this.course.parameters, stepDays);
    if (shared) this.operators.set(stepDays, operator);
    return operator;
  }

  /** Fills the stages of a step; returns its estimated error relative to max(1, |x|), infinite where it failed. */
  private attempt(operator: StepOperator, cascade: Cascade, elapsed: number): number {
    const { parameters, ageFactor } = this.course;
    const { K, aF, eN, A0, kap } = parameters;
    const { stepDays } = operator;
    const { source, stageF, stageA, stageN, stageM, driveA, driveN, h, total, base, gain, N0 } = this;
    cascade(elapsed, this.at);
    const synthesis = aF * ageFactor;
    const sourceAtStart = (synthesis * (this.at[3] as number)) / (K + (this.at[3] as number));
    for (let i = 0; i < stages; i += 1) {
      cascade(elapsed + (nodes[i] as number) * stepDays, this.at);
      source[i] = (synthesis * (this.at[3] as number)) / (K + (this.at[3] as number));
    }
    relax(operator.F, this.F, source, stageF);
    for (let i = 0; i < stages; i += 1) {
      driveA[i] = A0 * (1 + (stageF[i] as number));
      driveN[i] = N0 * (1 + eN * (stageF[i] as number));
      base[i] =
        (operator.A.rest[i] as number) * this.A +
        (operator.newWithMature.rest[i] as number) * this.N +
        (operator.M.rest[i] as number) * this.M;
    }
    for (let i = 0; i < stages; i += 1) {
      for (let j = 0; j < stages; j += 1) {
        const cell = i * stages + j;
        gain[cell] =
          (operator.A.pull[cell] as number) * (driveA[j] as number) +
          (operator.newWithMature.pull[cell] as number) * (driveN[j] as number);
      }
    }
    const start = this.A + this.N + this.M;
    const rise = Math.abs(this.slope * stepDays) < 0.2 / (1 + kap) ? this.slope * stepDays : 0;
    for (let i = 0; i < stages; i += 1) total[i] = start + rise * (nodes[i] as number);
    if (!settleFeedback({ kap, base, gain }, total, h)) return Number.POSITIVE_INFINITY;
    for (let i = 0; i < stages; i += 1) {
      driveA[i] = (driveA[i] as number) * (h[i] as number);
      driveN[i] = (driveN[i] as number) * (h[i] as number);
    }
    relax(operator.A, this.A, driveA, stageA);
    relax(operator.N, this.N, driveN, stageN);
    relax({ rest: operator.M.rest, pull: operator.newToMature }, this.M, stageN, stageM);
    return this.errorOf(stepDays, sourceAtStart);
  }

  /**
   * How far the derivative at the start is from what the stages make of it, and how far the start itself is from their
   * polynomial, as the error that it leaves inside the step. The second sees what the first can't: a state fast enough to
   * follow its source is at rest at every stage, however much the source turns between two of them.
   */
  private errorOf(stepDays: number, sourceAtStart: number): number {
    const { dF, dA, dN, dM, s, eN, A0, kap } = this.course.parameters;
    const { F, A, N, M, N0 } = this;
    const h = Math.exp(-kap * (A + N + M - 1));
    let [gapF, farF] = [dF * (sourceAtStart - F), F];
    let [gapA, farA] = [dA * (A0 * (1 + F) * h - A), A];
    let [gapN, farN] = [dN * (N0 * (1 + eN * F) * h - N), N];
    let [gapM, farM] = [s * dN * N - dM * M, M];
    for (let j = 0; j < stages; j += 1) {
      const weight = startWeights[j] as number;
      const [stageF, stageA] = [this.stageF[j] as number, this.stageA[j] as number];
      const [stageN, stageM] = [this.stageN[j] as number, this.stageM[j] as number];
      gapF -= weight * dF * ((this.source[j] as number) - stageF);
      gapA -= weight * dA * ((this.driveA[j] as number) - stageA);
      gapN -= weight * dN * ((this.driveN[j] as number) - stageN);
      gapM -= weight * (s * dN * stageN - dM * stageM);
      farF -= weight * stageF;
      farA -= weight * stageA;
      farN -= weight * stageN;
      farM -= weight * stageM;
    }
    this.peakF = Math.max(this.peakF, F, this.stageF[0] as number, this.stageF[stages - 1] as number);
    const scaleF = this.course.relativeF ? this.peakF : Math.max(1, F);
    const pull = kap * h;
    const rateA = dA * (1 + pull * A0 * (1 + F));
    const rateN = dN * (1 + pull * N0 * (1 + eN * F));
    return Math.max(
      insideErrorOf({ gap: gapF, far: farF, rate: dF, stepDays }) / Math.max(scaleF, 1e-300),
      insideErrorOf({ gap: gapA, far: farA, rate: rateA, stepDays }) / Math.max(1, A),
      insideErrorOf({ gap: gapN, far: farN, rate: rateN, stepDays }) / Math.max(1, N),
      insideErrorOf({ gap: gapM, far: farM, rate: dM, stepDays }) / Math.max(1, M),
    );
  }

  /** Writes the days inside a step and moves to its end; returns the days since the session then. */
  private accept(
    stepDays: number,
    elapsed: number,
    stretch: { readonly from: number; readonly cascade: Cascade; readonly end: number | null },
  ): number {
    const { days } = this.course;
    const { from, cascade, end } = stretch;
    const stepEnd = from + elapsed + stepDays;
    while (this.output < days.length) {
      const day = days[this.output] as number;
      if (day > stepEnd || (end !== null && day >= end)) break;
      interpolationWeights(Math.min(1, (day - from - elapsed) / stepDays), this.mix);
      cascade(day - from, this.at);
      const { mix } = this;
      this.write(
        blend(mix, this.F, this.stageF),
        blend(mix, this.A, this.stageA),
        blend(mix, this.N, this.stageN),
        blend(mix, this.M, this.stageM),
      );
    }
    const before = this.A + this.N + this.M;
    this.F = this.stageF[stages - 1] as number;
    this.A = this.stageA[stages - 1] as number;
    this.N = this.stageN[stages - 1] as number;
    this.M = this.stageM[stages - 1] as number;
    this.slope = (this.A + this.N + this.M - before) / stepDays;
    return end === null ? elapsed + stepDays : end - from;
  }

  /** Of the steps after the latest session alone: no session ends them. */
  private keepPiece(stepDays: number, elapsed: number, beforeEnd: boolean): void {
    if (!beforeEnd) this.course.pieces?.push({ from: elapsed, days: stepDays, at: this.synthesisOver(stepDays) });
  }

  private synthesisOver(stepDays: number): (days: number) => number {
    const { F } = this;
    const stages = this.stageF.slice();
    const mix = new Float64Array(stages.length + 1);
    return (days) => {
      interpolationWeights(Math.min(1, days / stepDays), mix);
      return blend(mix, F, stages);
    };
  }
}
