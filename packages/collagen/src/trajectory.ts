export const stateNames = ["D", "I", "R", "G", "F", "A", "N", "M"] as const;
export type StateName = (typeof stateNames)[number];
/** The eight states on the days asked for. */
export type Trajectory = Readonly<Record<StateName, Float64Array>>;

/** The columns of a table that holds one state after the other, so many days each. */
export function trajectoryIn(table: Float64Array, count: number): Trajectory {
  const column = (state: number) => table.subarray(state * count, (state + 1) * count);
  return {
    D: column(0),
    I: column(1),
    R: column(2),
    G: column(3),
    F: column(4),
    A: column(5),
    N: column(6),
    M: column(7),
  };
}

/** Zeros for so many days, in one piece of memory. */
export function emptyTrajectory(count: number): Trajectory {
  return trajectoryIn(new Float64Array(stateNames.length * count), count);
}
