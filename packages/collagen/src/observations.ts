import type { Trajectory } from "./trajectory.ts";

/** Collagen mass, A + N + M: its ratio to the untreated twin, which stays at 1. */
export function massOf({ A, N, M }: Pick<Trajectory, "A" | "N" | "M">): Float64Array {
  const mass = new Float64Array(A.length);
  for (let day = 0; day < mass.length; day += 1) {
    mass[day] = (A[day] as number) + (N[day] as number) + (M[day] as number);
  }
  return mass;
}

/** Stained area in papillary dermis, its ratio to the untreated twin: another quantity than mass. */
export function stainIndexOf(mass: Float64Array, psi: number): Float64Array {
  const index = new Float64Array(mass.length);
  for (let day = 0; day < index.length; day += 1) index[day] = 1 + psi * ((mass[day] as number) - 1);
  return index;
}

/** Type III collagen, A/A0: its ratio to the untreated twin. */
export function typeThreeOf({ A }: Pick<Trajectory, "A">, A0: number): Float64Array {
  return A.map((value) => value / A0);
}
