import type { Parameters } from "./parameters.ts";

/** What a step needs of the parameters, and where it is; one object a course, so that no step allocates. */
export interface SteppedCourse {
  readonly parameters: Parameters;
  /** aF g(age). */
  readonly synthesis: number;
  readonly N0: number;
  /** F, A, N, M. */
  readonly state: Float64Array;
  /** G as the sum of its four exponentials. */
  readonly signals: Float64Array;
  /** What each exponential falls to over a sixth of the step. */
  readonly decay: Float64Array;
}

/**
 * One step by Butcher's explicit scheme of order six in seven stages, whose nodes are all sixths of the step: G at each is
 * the one before times `decay`. Written out, for the ensemble spends its time here: loops over the stages take more
 * than twice as long.
 */
export function sixthOrderStep(course: SteppedCourse, days: number): void {
  const { parameters, synthesis, N0, state, signals, decay } = course;
  const { kap, dF, dA, dN, A0, eN, dM, K } = parameters;
  const sdN = parameters.s * dN;
  let gD = signals[0] as number;
  let gI = signals[1] as number;
  let gR = signals[2] as number;
  let gG = signals[3] as number;
  const eD = decay[0] as number;
  const eI = decay[1] as number;
  const eR = decay[2] as number;
  const eG = decay[3] as number;
  let G = Math.max(0, gD + gI + gR + gG);
  const source0 = (synthesis * G) / (K + G);
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  G = Math.max(0, gD + gI + gR + gG);
  const source1 = (synthesis * G) / (K + G);
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  G = Math.max(0, gD + gI + gR + gG);
  const source2 = (synthesis * G) / (K + G);
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  G = Math.max(0, gD + gI + gR + gG);
  const source4 = (synthesis * G) / (K + G);
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  G = Math.max(0, gD + gI + gR + gG);
  const source5 = (synthesis * G) / (K + G);
  gD *= eD;
  gI *= eI;
  gR *= eR;
  gG *= eG;
  G = Math.max(0, gD + gI + gR + gG);
  const source6 = (synthesis * G) / (K + G);
  signals[0] = gD;
  signals[1] = gI;
  signals[2] = gR;
  signals[3] = gG;
  const F = state[0] as number;
  const A = state[1] as number;
  const N = state[2] as number;
  const M = state[3] as number;
  const h0 = Math.exp(kap * (1 - A - N - M));
  const f0 = dF * (source0 - F);
  const a0 = dA * (A0 * (1 + F) * h0 - A);
  const n0 = dN * (N0 * (1 + eN * F) * h0 - N);
  const m0 = sdN * N - dM * M;
  const F1 = F + days * ((1 / 3) * f0);
  const A1 = A + days * ((1 / 3) * a0);
  const N1 = N + days * ((1 / 3) * n0);
  const M1 = M + days * ((1 / 3) * m0);
  const h1 = Math.exp(kap * (1 - A1 - N1 - M1));
  const f1 = dF * (source2 - F1);
  const a1 = dA * (A0 * (1 + F1) * h1 - A1);
  const n1 = dN * (N0 * (1 + eN * F1) * h1 - N1);
  const m1 = sdN * N1 - dM * M1;
  const F2 = F + days * ((2 / 3) * f1);
  const A2 = A + days * ((2 / 3) * a1);
  const N2 = N + days * ((2 / 3) * n1);
  const M2 = M + days * ((2 / 3) * m1);
  const h2 = Math.exp(kap * (1 - A2 - N2 - M2));
  const f2 = dF * (source4 - F2);
  const a2 = dA * (A0 * (1 + F2) * h2 - A2);
  const n2 = dN * (N0 * (1 + eN * F2) * h2 - N2);
  const m2 = sdN * N2 - dM * M2;
  const F3 = F + days * ((1 / 12) * f0 + (1 / 3) * f1 - (1 / 12) * f2);
  const A3 = A + days * ((1 / 12) * a0 + (1 / 3) * a1 - (1 / 12) * a2);
  const N3 = N + days * ((1 / 12) * n0 + (1 / 3) * n1 - (1 / 12) * n2);
  const M3 = M + days * ((1 / 12) * m0 + (1 / 3) * m1 - (1 / 12) * m2);
  const h3 = Math.exp(kap * (1 - A3 - N3 - M3));
  const f3 = dF * (source2 - F3);
  const a3 = dA * (A0 * (1 + F3) * h3 - A3);
  const n3 = dN * (N0 * (1 + eN * F3) * h3 - N3);
  const m3 = sdN * N3 - dM * M3;
  const F4 = F + days * ((25 / 48) * f0 - (55 / 24) * f1 + (35 / 48) * f2 + (15 / 8) * f3);
  const A4 = A + days * ((25 / 48) * a0 - (55 / 24) * a1 + (35 / 48) * a2 + (15 / 8) * a3);
  const N4 = N + days * ((25 / 48) * n0 - (55 / 24) * n1 + (35 / 48) * n2 + (15 / 8) * n3);
  const M4 = M + days * ((25 / 48) * m0 - (55 / 24) * m1 + (35 / 48) * m2 + (15 / 8) * m3);
  const h4 = Math.exp(kap * (1 - A4 - N4 - M4));
  const f4 = dF * (source5 - F4);
  const a4 = dA * (A0 * (1 + F4) * h4 - A4);
  const n4 = dN * (N0 * (1 + eN * F4) * h4 - N4);
  const m4 = sdN * N4 - dM * M4;
  const F5 = F + days * ((3 / 20) * f0 - (11 / 24) * f1 - (1 / 8) * f2 + (1 / 2) * f3 + (1 / 10) * f4);
  const A5 = A + days * ((3 / 20) * a0 - (11 / 24) * a1 - (1 / 8) * a2 + (1 / 2) * a3 + (1 / 10) * a4);
  const N5 = N + days * ((3 / 20) * n0 - (11 / 24) * n1 - (1 / 8) * n2 + (1 / 2) * n3 + (1 / 10) * n4);
  const M5 = M + days * ((3 / 20) * m0 - (11 / 24) * m1 - (1 / 8) * m2 + (1 / 2) * m3 + (1 / 10) * m4);
  const h5 = Math.exp(kap * (1 - A5 - N5 - M5));
  const f5 = dF * (source1 - F5);
  const a5 = dA * (A0 * (1 + F5) * h5 - A5);
  const n5 = dN * (N0 * (1 + eN * F5) * h5 - N5);
  const m5 = sdN * N5 - dM * M5;
  const F6 =
    F +
    days * (-(261 / 260) * f0 + (33 / 13) * f1 + (43 / 156) * f2 - (118 / 39) * f3 + (32 / 195) * f4 + (80 / 39) * f5);
  const A6 =
    A +
    days * (-(261 / 260) * a0 + (33 / 13) * a1 + (43 / 156) * a2 - (118 / 39) * a3 + (32 / 195) * a4 + (80 / 39) * a5);
  const N6 =
    N +
    days * (-(261 / 260) * n0 + (33 / 13) * n1 + (43 / 156) * n2 - (118 / 39) * n3 + (32 / 195) * n4 + (80 / 39) * n5);
  const M6 =
    M +
    days * (-(261 / 260) * m0 + (33 / 13) * m1 + (43 / 156) * m2 - (118 / 39) * m3 + (32 / 195) * m4 + (80 / 39) * m5);
  const h6 = Math.exp(kap * (1 - A6 - N6 - M6));
  const f6 = dF * (source6 - F6);
  const a6 = dA * (A0 * (1 + F6) * h6 - A6);
  const n6 = dN * (N0 * (1 + eN * F6) * h6 - N6);
  const m6 = sdN * N6 - dM * M6;
  state[0] =
    F + days * ((13 / 200) * f0 + (11 / 40) * f2 + (11 / 40) * f3 + (4 / 25) * f4 + (4 / 25) * f5 + (13 / 200) * f6);
  state[1] =
    A + days * ((13 / 200) * a0 + (11 / 40) * a2 + (11 / 40) * a3 + (4 / 25) * a4 + (4 / 25) * a5 + (13 / 200) * a6);
  state[2] =
    N + days * ((13 / 200) * n0 + (11 / 40) * n2 + (11 / 40) * n3 + (4 / 25) * n4 + (4 / 25) * n5 + (13 / 200) * n6);
  state[3] =
    M + days * ((13 / 200) * m0 + (11 / 40) * m2 + (11 / 40) * m3 + (4 / 25) * m4 + (4 / 25) * m5 + (13 / 200) * m6);
}
