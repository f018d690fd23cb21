import {
  type Bands,
  bandOf,
  type CourseToSolve,
  courseTrajectory,
  publishedEnsemble,
  withFixed,
} from "@fibril/collagen";

const reportEvery = 20;
const { members } = publishedEnsemble;

/** Collagen mass of every member in the ensemble's order, telling the share done, 0 to 1. */
export function ensembleMasses(
  course: Omit<CourseToSolve, "parameters">,
  onShare: (share: number) => void,
): readonly Float64Array[] {
  return members.map((member, index) => {
    if (index % reportEvery === 0) onShare(index / members.length);
    const { A, N, M } = courseTrajectory({ ...course, parameters: withFixed(member) });
    return A.map((value, day) => value + (N[day] ?? 0) + (M[day] ?? 0));
  });
}

/** The spread of the members' masses; their stain index swings psi times as far around 1, or around 0 for a difference. */
export function bandsOfMasses(masses: readonly Float64Array[], rest: 0 | 1): Bands {
  const count = masses[0]?.length ?? 0;
  const indices = masses.map((mass, member) => {
    const psi = members[member]?.psi ?? 0;
    return mass.map((value) => rest + psi * (value - rest));
  });
  return { mass: bandOf(masses, count), stainIndex: bandOf(indices, count) };
}
