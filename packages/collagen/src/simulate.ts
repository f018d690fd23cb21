import { type InputIssue, ok, type Result } from "@fibril/kernel";
import { type Bands, bandsOf } from "./bands.ts";
import type { CourseToSolve } from "./course-to-solve.ts";
import { courseTrajectory } from "./course-trajectory.ts";
import { ageFactor, type Injury, injuryFraction } from "./injury.ts";
import { massOf, stainIndexOf, typeThreeOf } from "./observations.ts";
import { type Parameters, parametersOf } from "./parameters.ts";
import { parseSimulation, type Simulation } from "./parse-simulation.ts";
import { type Phases, phasesOf } from "./phases.ts";
import { modelVersion, publishedEnsemble, publishedParameters } from "./published.ts";
import type { StateName, Trajectory } from "./trajectory.ts";

export interface SimulationAnswer {
  readonly model: {
    readonly id: "fibril-collagen";
    readonly version: string;
    readonly seed: number;
    readonly draws: number;
    readonly ensembleSha256: string | null;
  };
  readonly days: readonly number[];
  readonly states: Readonly<Record<StateName, readonly number[]>>;
  /** Ratios to the untreated twin, which stays at rest: 1 is no difference. */
  readonly mass: readonly number[];
  readonly stainIndex: readonly number[];
  readonly typeIII: readonly number[];
  readonly bands: Bands | null;
  readonly phases: Phases;
}

/** Answers the JSON of `fibril collagen simulate`, or lists what is wrong with it. */
export function simulateDocument(document: unknown): Result<SimulationAnswer, readonly InputIssue[]> {
  const simulation = parseSimulation(document, publishedParameters);
  return simulation.ok ? ok(simulate(simulation.value)) : simulation;
}

export function simulate(simulation: Simulation): SimulationAnswer {
  const days = outputDays(simulation);
  const course = courseOf(simulation);
  const trajectory = courseTrajectory({ ...course, days });
  const { psi, A0 } = course.parameters;
  const mass = massOf(trajectory);
  const { seed, draws, ensembleSha256 } = publishedEnsemble;
  return {
    model: {
      id: "fibril-collagen",
      version: modelVersion,
      seed,
      draws,
      ensembleSha256: simulation.parameters === null ? ensembleSha256 : null,
    },
    days,
    states: statesOf(trajectory),
    mass: Array.from(mass),
    stainIndex: Array.from(stainIndexOf(mass, psi)),
    typeIII: Array.from(typeThreeOf(trajectory, A0)),
    bands: simulation.ensemble === "wide" ? bandsOf(course, days) : null,
    phases: phasesOf(course, simulation.horizonDays),
  };
}

function statesOf({ D, I, R, G, F, A, N, M }: Trajectory): SimulationAnswer["states"] {
  return {
    D: Array.from(D),
    I: Array.from(I),
    R: Array.from(R),
    G: Array.from(G),
    F: Array.from(F),
    A: Array.from(A),
    N: Array.from(N),
    M: Array.from(M),
  };
}

/** The course with its parameters, the published medians where none are given. */
export function courseOf(simulation: Simulation): Omit<CourseToSolve, "days"> & { readonly parameters: Parameters } {
  return {
    parameters: parametersOf({ ...publishedParameters, ...simulation.parameters }),
    ageFactor: ageFactor(simulation.age),
    injuries: injuriesOf(simulation),
  };
}

function injuriesOf({ sessions }: Simulation): readonly Injury[] {
  return sessions.map(({ day, needleLength, density }) => ({ day, phi: injuryFraction(needleLength, density) }));
}

/** 0, everyDays, 2 everyDays, … and the horizon, which is always the last. */
export function outputDays({
  horizonDays,
  everyDays,
}: {
  readonly horizonDays: number;
  readonly everyDays: number;
}): readonly number[] {
  const days: number[] = [];
  for (let count = 0; count * everyDays < horizonDays * (1 - 1e-12); count += 1) days.push(count * everyDays);
  return [...days, horizonDays];
}
