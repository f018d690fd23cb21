// The task that every solver gets: 4 sessions 28 days apart, 730 days, weekly output, 300 members of the ensemble.
import { ageFactor, injuryFraction, outputDays, publishedEnsemble, restOf, withFixed } from "@fibril/collagen";

export const stateNames = ["D", "I", "R", "G", "F", "A", "N", "M"];
export const sessions = [0, 28, 56, 84];
export const days = outputDays({ horizonDays: 730, everyDays: 7 });
export const phi = injuryFraction(1.5, 250);
export const g = ageFactor(45);
export const members = publishedEnsemble.members.slice(0, 300).map(withFixed);

/** The stretches between sessions: from, to, and the output days of each; the last has its end too. */
export const stretches = sessions.map((from, index) => {
  const to = sessions[index + 1] ?? 730;
  return { from, to, inside: days.filter((day) => day >= from && (day < to || to === 730)) };
});

export function startOf(parameters) {
  const { N0, M0 } = restOf(parameters);
  return [0, 0, 0, 0, 0, parameters.A0, N0, M0];
}

export function slopeOf(parameters) {
  const { kD, kI, fIR, dR, wP, dG, aF, K, dF, eN, dA, dN, s, kap, A0, dM } = parameters;
  const { N0 } = restOf(parameters);
  return (_, [D, I, R, G, F, A, N, M], out) => {
    const h = Math.exp(-kap * (A + N + M - 1));
    out[0] = -kD * D;
    out[1] = kD * D - kI * I;
    out[2] = fIR * kI * I - dR * R;
    out[3] = dG * (wP * D + R - G);
    out[4] = dF * ((aF * g * G) / (K + G) - F);
    out[5] = dA * (A0 * (1 + F) * h - A);
    out[6] = dN * (N0 * (1 + eN * F) * h - N);
    out[7] = s * dN * N - dM * M;
  };
}

/** The worst error over members, days and states as a part of max(1, |x|). */
export function worstError(answers, exact) {
  let worst = 0;
  for (const [member, rows] of answers.entries()) {
    for (const [day, row] of rows.entries()) {
      for (const [place, value] of row.entries()) {
        const truth = exact[member][day][place];
        const error = Math.abs(value - truth) / Math.max(1, Math.abs(truth));
        if (!(error <= worst)) worst = error;
      }
    }
  }
  return worst;
}

/** CPU time, for the machine may be shared: the least of several rounds, after a second in which code is compiled. */
export function cpuMilliseconds(work, rounds = 5) {
  const began = performance.now();
  do work();
  while (performance.now() - began < 1000);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
