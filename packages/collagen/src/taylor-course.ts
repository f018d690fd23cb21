import { type Cascade, type Cascades, cascadesOf } from "./cascade.ts";
import type { CourseToSolve, SynthesisPiece } from "./course-to-solve.ts";
import type { Injury } from "./injury.ts";
import { fillMatrix, type MatrixConstants, matrixConstants } from "./matrix-series.ts";
import { type Parameters, restOf } from "./parameters.ts";
import { fillSynthesis, type SynthesisConstants, synthesisConstants } from "./synthesis-series.ts";
import { evaluate, order, type Series, seriesLength } from "./taylor-series.ts";
import { stateNames, type Trajectory, trajectoryIn } from "./trajectory.ts";

/** What the last term of one step's series may come to, shared out among the sessions. */
const courseTolerance = 2e-8;
/** What those of all steps may come to: a state that forgets slowly keeps the error of each. */
const mostError = 4e-7;
const earlierTermSlack = 4;
/** Days times rate of a step of order sixteen that still makes what is left smaller. */
const calmStep = 5;

/**
 * The course by Taylor series of order sixteen, as long a step as their last terms allow; output days are read off the
 * series. Null where something is so fast for so long that the steps would be too many: then solveCourse has to do it.
 *
 * @param smallestF what F's error is measured against at least.
 */
export function taylorCourse(course: CourseToSolve, smallestF = 1): Trajectory | null {
  const { injuries, days } = course;
  if (tooFast(course)) return null;
  const run = new TaylorRun(course, smallestF);
  const lastDay = days[days.length - 1] ?? 0;
  run.rest(injuries[0]?.day ?? Number.POSITIVE_INFINITY);
  for (let session = 0; session < injuries.length; session += 1) {
    const injury = injuries[session] as Injury;
    if (injury.day > lastDay) break;
    const next = injuries[session + 1]?.day ?? Number.POSITIVE_INFINITY;
    run.injure(injury);
    if (!run.advance(next)) return null;
  }
  return run.trajectory();
}

/** One solution under way; not seen outside this file. */
class TaylorRun {
  private readonly ofSynthesis: SynthesisConstants;
  private readonly ofMatrix: MatrixConstants;
  /** One state after the other, a value for each output day. */
  private readonly table: Float64Array;
  private readonly days: ArrayLike<number>;
  private readonly lastDay: number;
  private readonly pieces: SynthesisPiece[] | undefined;
  private readonly smallestF: number;
  /** How much of an error in F can come to in N and, where F forgets it slowly, in M. */
  private readonly weightF: number;
  private readonly mostSteps: number;
  /** A longer one magnifies rounding where nothing happens. */
  private readonly longestStep: number;
  private readonly tolerance: number;
  private readonly series = new Float64Array(seriesLength);
  private readonly signals = new Float64Array(4);
  private readonly matrix = new Float64Array(4);
  private readonly cascades: Cascades;
  private cascade: Cascade;
  private outputCascade: Cascade;
  private now = 0;
  private output = 0;
  private steps = 0;
  private resting = true;

  constructor({ parameters, ageFactor, injuries, days, pieces }: CourseToSolve, smallestF: number) {
    const { N0, M0 } = restOf(parameters);
    this.ofSynthesis = synthesisConstants(parameters, parameters.aF * ageFactor);
    this.ofMatrix = matrixConstants(parameters);
    this.days = days;
    this.lastDay = days[days.length - 1] ?? 0;
    this.pieces = pieces;
    this.smallestF = smallestF;
    this.tolerance = toleranceOf(injuries);
    this.longestStep = calmStep / fastestOf(parameters, N0);
    this.mostSteps = mostStepsOf(injuries);
    const { eN, dF, dM } = parameters;
    this.weightF = 1 + eN * (N0 + (M0 * dM) / (dM + dF));
    this.table = new Float64Array(stateNames.length * days.length);
    this.series.set([0, parameters.A0, N0, M0]);
    this.cascades = cascadesOf(parameters);
    this.cascade = this.cascades.from(this.signals);
    this.outputCascade = this.cascade;
  }

  injure({ day, phi }: Injury): void {
    this.cascade(day - this.now, this.signals);
    this.signals[0] = (this.signals[0] as number) + phi;
    this.now = day;
    if (phi > 0) this.resting = false;
    this.cascade = this.cascades.from(this.signals);
    this.outputCascade = this.cascades.pacedFrom(this.signals);
  }

  /** Writes every output day before `until` as untreated skin. */
  rest(until: number): void {
    const { days, signals } = this;
    signals.fill(0);
    while (this.output < days.length && (days[this.output] as number) < until) this.write(0);
  }

  /** Carries the state from the session to the day `until` or the last day; false where the steps are too many. */
  advance(until: number): boolean {
    if (this.resting) {
      this.rest(until);
      return true;
    }
    const length = Math.min(until, this.lastDay) - this.now;
    let elapsed = 0;
    do {
      this.steps += 1;
      if (this.steps > this.mostSteps) return false;
      this.cascade(elapsed, this.signals);
      fillSynthesis(this.ofSynthesis, this.signals, this.series);
      fillMatrix(this.ofMatrix, this.series);
      const step = Math.min(this.stepDays(), length - elapsed);
      if (Number.isNaN(step)) return false;
      if (until > this.lastDay) this.pieces?.push({ from: elapsed, days: step, at: synthesisOf(this.series) });
      this.writeOutputs(elapsed, elapsed + step < length ? this.now + elapsed + step : until);
      evaluate(this.series, step, this.series);
      elapsed += step;
    } while (elapsed < length);
    return true;
  }

  /** The step at which the last terms of the series come to what is allowed. */
  private stepDays(): number {
    const { tolerance } = this;
    const step = Math.min(this.longestStep, root(tolerance / this.termsOf(order)));
    const earlier = this.termsOf(order - 1) * fifteenthPower(step);
    const allowed = earlierTermSlack * tolerance;
    return earlier > allowed ? step * root(allowed / earlier) : step;
  }

  /** The terms of a power added up, F's as a part of F and as often as N feels it. */
  private termsOf(power: number): number {
    const { series, smallestF } = this;
    const place = 4 * power;
    return (
      (this.weightF * Math.abs(series[place] as number)) / Math.max(smallestF, series[0] as number) +
      Math.abs(series[place + 1] as number) +
      Math.abs(series[place + 2] as number) +
      Math.abs(series[place + 3] as number)
    );
  }

  /** Writes the output days before `until`, inside the step that starts so many days after the session. */
  private writeOutputs(elapsed: number, until: number): void {
    const { days, now, signals } = this;
    while (this.output < days.length) {
      const since = (days[this.output] as number) - now;
      if (since + now >= until) break;
      this.outputCascade(since, signals);
      this.write(since - elapsed);
    }
  }

  private write(days: number): void {
    const { table, signals, matrix } = this;
    const count = this.days.length;
    const place = this.output;
    evaluate(this.series, days, matrix);
    table[place] = signals[0] as number;
    table[place + count] = signals[1] as number;
    table[place + 2 * count] = signals[2] as number;
    table[place + 3 * count] = signals[3] as number;
    table[place + 4 * count] = Math.max(0, matrix[0] as number);
    table[place + 5 * count] = Math.max(0, matrix[1] as number);
    table[place + 6 * count] = Math.max(0, matrix[2] as number);
    table[place + 7 * count] = Math.max(0, matrix[3] as number);
    this.output = place + 1;
  }

  trajectory(): Trajectory {
    return trajectoryIn(this.table, this.days.length);
  }
}

function synthesisOf(series: Series): (days: number) => number {
  const terms = new Float64Array(order + 1);
  for (let power = 0; power <= order; power += 1) terms[power] = series[4 * power] as number;
  return (days) => {
    let sum = 0;
    for (let power = order; power >= 0; power -= 1) sum = sum * days + (terms[power] as number);
    return sum;
  };
}

function toleranceOf(injuries: readonly Injury[]): number {
  return courseTolerance / (injuries.length + 4);
}

function mostStepsOf(injuries: readonly Injury[]): number {
  return mostError / toleranceOf(injuries);
}

function tooFast({ parameters, injuries, days }: CourseToSolve): boolean {
  return fastestOf(parameters, 0) * (days[days.length - 1] ?? 0) > mostStepsOf(injuries) * calmStep;
}

/** No slower than F, A, N or M return to rest, feedback and all; per day. */
function fastestOf({ dF, dA, dN, dM, kap, A0 }: Parameters, N0: number): number {
  return Math.max(dF, dM, dA * (1 + kap * A0) + dN * (1 + kap * N0));
}

/** The root of `order`, the sixteenth. */
function root(value: number): number {
  return Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(value))));
}

function fifteenthPower(value: number): number {
  const square = value * value;
  const fourth = square * square;
  return fourth * fourth * fourth * square * value;
}
