import { modesAreSafe, modesOf } from "./cascade.ts";
import type { Injury } from "./injury.ts";
import { type Parameters, restOf } from "./parameters.ts";
import { type SteppedCourse, sixthOrderStep } from "./sixth-order-step.ts";
import type { CourseToSolve, Trajectory } from "./solve-course.ts";

/** Steps are chosen by rule from the rates, as shares of a time constant; the worst of the ensemble sets them. */
const firstShare = 0.5;
const growth = 0.25;
const sourceShare = 0.42;
const feedbackShare = 0.3;
const sumError = 2e-9;
const spentSource = 1e-8;

/**
 * The course by an explicit scheme on steps set in advance: for ordinary parameters, where nothing is stiff and no error
 * has to be estimated. Null where the closed form of D, I, R and G would lose digits: then solveCourse has to do it.
 */
export function quickCourse({ parameters, ageFactor, injuries, days }: CourseToSolve): Trajectory | null {
  const trajectory = emptyTrajectory(days.length);
  const run = new QuickRun(parameters, ageFactor);
  const lastDay = days[days.length - 1] ?? 0;
  let output = 0;
  const writeUntil = (from: number, until: number) => {
    for (let now = from; output < days.length && (days[output] as number) < until; output += 1) {
      run.advance(now - from, (days[output] as number) - from);
      now = days[output] as number;
      run.write(trajectory, output);
    }
  };
  writeUntil(Number.POSITIVE_INFINITY, injuries[0]?.day ?? Number.POSITIVE_INFINITY);
  for (let session = 0; session < injuries.length; session += 1) {
    const { day, phi } = injuries[session] as Injury;
    if (day > lastDay) break;
    if (!run.injure(phi)) return null;
    const next = injuries[session + 1]?.day ?? Number.POSITIVE_INFINITY;
    writeUntil(day, next);
    if (next <= lastDay) run.advance(Math.max(0, (days[output - 1] ?? 0) - day), next - day);
  }
  return trajectory;
}

function emptyTrajectory(count: number): Trajectory {
  const column = () => new Float64Array(count);
  return {
    D: column(),
    I: column(),
    R: column(),
    G: column(),
    F: column(),
    A: column(),
    N: column(),
    M: column(),
  };
}

/** One solution under way; not seen outside this file. */
class QuickRun implements SteppedCourse {
  readonly parameters: Parameters;
  readonly synthesis: number;
  readonly N0: number;
  readonly state: Float64Array;
  readonly signals = new Float64Array(4);
  readonly decay = new Float64Array(4);
  private readonly slowest: number;
  /** kD, kI, dR and dG, and their exponentials since the session on the day last looked at. */
  private readonly rates: Float64Array;
  private readonly now = new Float64Array(4);
  private readonly modes = new Float64Array(9);
  private stepDays = 0;
  private d0 = 0;
  private firstStep = 0;

  constructor(parameters: Parameters, ageFactor: number) {
    const { kD, kI, dR, dG, aF, A0 } = parameters;
    const { N0, M0 } = restOf(parameters);
    this.parameters = parameters;
    this.synthesis = aF * ageFactor;
    this.N0 = N0;
    this.slowest = Math.min(kD, kI, dR, dG);
    this.rates = Float64Array.of(kD, kI, dR, dG);
    this.state = Float64Array.of(0, A0, N0, M0);
  }

  injure(phi: number): boolean {
    const { parameters } = this;
    const signals = [this.D() + phi, this.I(), this.R(), this.G()];
    const modes = modesOf(parameters, signals);
    if (!modesAreSafe(parameters, modes, sumError)) return false;
    this.modes.set(modes);
    this.d0 = signals[0] ?? 0;
    this.lookAt(0);
    const rise = parameters.dG * (parameters.wP * this.d0 + (signals[2] ?? 0));
    this.firstStep = (firstShare * (parameters.K + (signals[3] ?? 0))) / (rise + 1e-300);
    return true;
  }

  write(trajectory: Trajectory, output: number): void {
    const { state } = this;
    trajectory.D[output] = this.D();
    trajectory.I[output] = this.I();
    trajectory.R[output] = this.R();
    trajectory.G[output] = this.G();
    trajectory.F[output] = state[0] as number;
    trajectory.A[output] = state[1] as number;
    trajectory.N[output] = state[2] as number;
    trajectory.M[output] = state[3] as number;
  }

  /** Carries the state between two times since the session. */
  advance(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const left = to - at;
      const steps = Math.ceil(left / this.longestStep(at) - 1e-9);
      this.step(left / steps);
      at = steps === 1 ? to : at + left / steps;
    }
    if (to > from) this.lookAt(to);
  }

  private longestStep(elapsed: number): number {
    const { kap, dF, dA, dN, A0, eN } = this.parameters;
    const { state } = this;
    const F = state[0] as number;
    const total = (state[1] as number) + (state[2] as number) + (state[3] as number);
    const pull = kap * Math.exp(-kap * (total - 1));
    const feedback = dA * (1 + pull * A0 * (1 + F)) + dN * (1 + pull * this.N0 * (1 + eN * F));
    const relaxing = feedbackShare / Math.max(feedback, dF);
    if (this.signalLeft() * this.synthesis < spentSource * this.parameters.K) return relaxing;
    const graded = Math.min(this.firstStep, 0.3) + growth * elapsed;
    return Math.min(relaxing, graded, sourceShare / this.slowest);
  }

  /** No less than what is left of the signal, in any of its exponentials. */
  private signalLeft(): number {
    const { signals } = this;
    let sum = 0;
    for (let mode = 0; mode < 4; mode += 1) sum += Math.abs(signals[mode] as number);
    return sum;
  }

  private step(days: number): void {
    if (days !== this.stepDays) {
      for (let mode = 0; mode < 4; mode += 1) this.decay[mode] = Math.exp((-(this.rates[mode] as number) * days) / 6);
      this.stepDays = days;
    }
    sixthOrderStep(this, days);
  }

  /** Puts the exponentials right to the last digit at a time since the session. */
  private lookAt(elapsed: number): void {
    const { now, rates, modes, signals } = this;
    for (let mode = 0; mode < 4; mode += 1) {
      now[mode] = Math.exp(-(rates[mode] as number) * elapsed);
      signals[mode] = (now[mode] as number) * (modes[mode + 5] as number);
    }
  }

  private D(): number {
    return this.d0 * (this.now[0] as number);
  }

  private I(): number {
    const { modes, now } = this;
    return Math.max(0, (modes[0] as number) * (now[0] as number) + (modes[1] as number) * (now[1] as number));
  }

  private R(): number {
    const { modes, now } = this;
    const fast = (modes[2] as number) * (now[0] as number) + (modes[3] as number) * (now[1] as number);
    return Math.max(0, fast + (modes[4] as number) * (now[2] as number));
  }

  private G(): number {
    const { modes, now } = this;
    const fast = (modes[5] as number) * (now[0] as number) + (modes[6] as number) * (now[1] as number);
    return Math.max(0, fast + (modes[7] as number) * (now[2] as number) + (modes[8] as number) * (now[3] as number));
  }
}
