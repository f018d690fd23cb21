import type { Parameters } from "./parameters.ts";

/** The highest power of time in a step's series. */
export const order = 12;

/** What the equations are given; one object a course. */
export interface Equations {
  readonly parameters: Parameters;
  /** aF g(age). */
  readonly synthesis: number;
  readonly N0: number;
}

/** F, A, N and M over one step: four coefficients for each power of the days since its start, the first are the state. */
export type Series = Float64Array;

export const seriesLength = 4 * (order + 1);

/**
 * Fills in the series of one step from its first terms and from D, I, R and G at its start.
 *
 * Term by term: w is the synthesis aF g G/(K + G) as a quotient of series, h the feedback as the exponential of one, p the
 * product F h, and s_k is k times the k-th term of A + N + M. Written out, for the ensemble spends its time here: loops
 * over the terms take three times as long.
 */
export function fillSeries({ parameters, synthesis, N0 }: Equations, signals: Float64Array, series: Series): void {
  const { kD, kI, dR, wP, dG, kap, dF, dA, dN, A0, eN, dM } = parameters;
  const fIRkI = parameters.fIR * kI;
  const sdN = parameters.s * dN;
  const d0 = signals[0] as number;
  const i0 = signals[1] as number;
  const r0 = signals[2] as number;
  const g0 = signals[3] as number;
  const f0 = series[0] as number;
  const a0 = series[1] as number;
  const n0 = series[2] as number;
  const m0 = series[3] as number;
  const spare = 1 / (parameters.K + g0);
  const w0 = synthesis * g0 * spare;
  const h0 = Math.exp(-kap * (a0 + n0 + m0 - 1));
  const p0 = f0 * h0;
  const f1 = dF * (w0 - f0);
  const a1 = dA * (A0 * (h0 + p0) - a0);
  const n1 = dN * (N0 * (h0 + eN * p0) - n0);
  const m1 = sdN * n0 - dM * m0;
  const d1 = -kD * d0;
  const i1 = kD * d0 - kI * i0;
  const r1 = fIRkI * i0 - dR * r0;
  const s1 = a1 + n1 + m1;
  const g1 = dG * (wP * d0 + r0 - g0);
  const w1 = (synthesis * g1 - g1 * w0) * spare;
  const h1 = -kap * (s1 * h0);
  const p1 = f0 * h1 + f1 * h0;
  const f2 = dF * (w1 - f1) * (1 / 2);
  const a2 = dA * (A0 * (h1 + p1) - a1) * (1 / 2);
  const n2 = dN * (N0 * (h1 + eN * p1) - n1) * (1 / 2);
  const m2 = (sdN * n1 - dM * m1) * (1 / 2);
  const d2 = -kD * d1 * (1 / 2);
  const i2 = (kD * d1 - kI * i1) * (1 / 2);
  const r2 = (fIRkI * i1 - dR * r1) * (1 / 2);
  const s2 = (a2 + n2 + m2) * 2;
  const g2 = dG * (wP * d1 + r1 - g1) * (1 / 2);
  const w2 = (synthesis * g2 - (g1 * w1 + g2 * w0)) * spare;
  const h2 = -kap * (s1 * h1 + s2 * h0) * (1 / 2);
  const p2 = f0 * h2 + f1 * h1 + f2 * h0;
  const f3 = dF * (w2 - f2) * (1 / 3);
  const a3 = dA * (A0 * (h2 + p2) - a2) * (1 / 3);
  const n3 = dN * (N0 * (h2 + eN * p2) - n2) * (1 / 3);
  const m3 = (sdN * n2 - dM * m2) * (1 / 3);
  const d3 = -kD * d2 * (1 / 3);
  const i3 = (kD * d2 - kI * i2) * (1 / 3);
  const r3 = (fIRkI * i2 - dR * r2) * (1 / 3);
  const s3 = (a3 + n3 + m3) * 3;
  const g3 = dG * (wP * d2 + r2 - g2) * (1 / 3);
  const w3 = (synthesis * g3 - (g1 * w2 + g2 * w1 + g3 * w0)) * spare;
  const h3 = -kap * (s1 * h2 + s2 * h1 + s3 * h0) * (1 / 3);
  const p3 = f0 * h3 + f1 * h2 + f2 * h1 + f3 * h0;
  const f4 = dF * (w3 - f3) * (1 / 4);
  const a4 = dA * (A0 * (h3 + p3) - a3) * (1 / 4);
  const n4 = dN * (N0 * (h3 + eN * p3) - n3) * (1 / 4);
  const m4 = (sdN * n3 - dM * m3) * (1 / 4);
  const d4 = -kD * d3 * (1 / 4);
  const i4 = (kD * d3 - kI * i3) * (1 / 4);
  const r4 = (fIRkI * i3 - dR * r3) * (1 / 4);
  const s4 = (a4 + n4 + m4) * 4;
  const g4 = dG * (wP * d3 + r3 - g3) * (1 / 4);
  const w4 = (synthesis * g4 - (g1 * w3 + g2 * w2 + g3 * w1 + g4 * w0)) * spare;
  const h4 = -kap * (s1 * h3 + s2 * h2 + s3 * h1 + s4 * h0) * (1 / 4);
  const p4 = f0 * h4 + f1 * h3 + f2 * h2 + f3 * h1 + f4 * h0;
  const f5 = dF * (w4 - f4) * (1 / 5);
  const a5 = dA * (A0 * (h4 + p4) - a4) * (1 / 5);
  const n5 = dN * (N0 * (h4 + eN * p4) - n4) * (1 / 5);
  const m5 = (sdN * n4 - dM * m4) * (1 / 5);
  const d5 = -kD * d4 * (1 / 5);
  const i5 = (kD * d4 - kI * i4) * (1 / 5);
  const r5 = (fIRkI * i4 - dR * r4) * (1 / 5);
  const s5 = (a5 + n5 + m5) * 5;
  const g5 = dG * (wP * d4 + r4 - g4) * (1 / 5);
  const w5 = (synthesis * g5 - (g1 * w4 + g2 * w3 + g3 * w2 + g4 * w1 + g5 * w0)) * spare;
  const h5 = -kap * (s1 * h4 + s2 * h3 + s3 * h2 + s4 * h1 + s5 * h0) * (1 / 5);
  const p5 = f0 * h5 + f1 * h4 + f2 * h3 + f3 * h2 + f4 * h1 + f5 * h0;
  const f6 = dF * (w5 - f5) * (1 / 6);
  const a6 = dA * (A0 * (h5 + p5) - a5) * (1 / 6);
  const n6 = dN * (N0 * (h5 + eN * p5) - n5) * (1 / 6);
  const m6 = (sdN * n5 - dM * m5) * (1 / 6);
  const d6 = -kD * d5 * (1 / 6);
  const i6 = (kD * d5 - kI * i5) * (1 / 6);
  const r6 = (fIRkI * i5 - dR * r5) * (1 / 6);
  const s6 = (a6 + n6 + m6) * 6;
  const g6 = dG * (wP * d5 + r5 - g5) * (1 / 6);
  const w6 = (synthesis * g6 - (g1 * w5 + g2 * w4 + g3 * w3 + g4 * w2 + g5 * w1 + g6 * w0)) * spare;
  const h6 = -kap * (s1 * h5 + s2 * h4 + s3 * h3 + s4 * h2 + s5 * h1 + s6 * h0) * (1 / 6);
  const p6 = f0 * h6 + f1 * h5 + f2 * h4 + f3 * h3 + f4 * h2 + f5 * h1 + f6 * h0;
  const f7 = dF * (w6 - f6) * (1 / 7);
  const a7 = dA * (A0 * (h6 + p6) - a6) * (1 / 7);
  const n7 = dN * (N0 * (h6 + eN * p6) - n6) * (1 / 7);
  const m7 = (sdN * n6 - dM * m6) * (1 / 7);
  const d7 = -kD * d6 * (1 / 7);
  const i7 = (kD * d6 - kI * i6) * (1 / 7);
  const r7 = (fIRkI * i6 - dR * r6) * (1 / 7);
  const s7 = (a7 + n7 + m7) * 7;
  const g7 = dG * (wP * d6 + r6 - g6) * (1 / 7);
  const w7 = (synthesis * g7 - (g1 * w6 + g2 * w5 + g3 * w4 + g4 * w3 + g5 * w2 + g6 * w1 + g7 * w0)) * spare;
  const h7 = -kap * (s1 * h6 + s2 * h5 + s3 * h4 + s4 * h3 + s5 * h2 + s6 * h1 + s7 * h0) * (1 / 7);
  const p7 = f0 * h7 + f1 * h6 + f2 * h5 + f3 * h4 + f4 * h3 + f5 * h2 + f6 * h1 + f7 * h0;
  const f8 = dF * (w7 - f7) * (1 / 8);
  const a8 = dA * (A0 * (h7 + p7) - a7) * (1 / 8);
  const n8 = dN * (N0 * (h7 + eN * p7) - n7) * (1 / 8);
  const m8 = (sdN * n7 - dM * m7) * (1 / 8);
  const d8 = -kD * d7 * (1 / 8);
  const i8 = (kD * d7 - kI * i7) * (1 / 8);
  const r8 = (fIRkI * i7 - dR * r7) * (1 / 8);
  const s8 = (a8 + n8 + m8) * 8;
  const g8 = dG * (wP * d7 + r7 - g7) * (1 / 8);
  const w8 = (synthesis * g8 - (g1 * w7 + g2 * w6 + g3 * w5 + g4 * w4 + g5 * w3 + g6 * w2 + g7 * w1 + g8 * w0)) * spare;
  const h8 = -kap * (s1 * h7 + s2 * h6 + s3 * h5 + s4 * h4 + s5 * h3 + s6 * h2 + s7 * h1 + s8 * h0) * (1 / 8);
  const p8 = f0 * h8 + f1 * h7 + f2 * h6 + f3 * h5 + f4 * h4 + f5 * h3 + f6 * h2 + f7 * h1 + f8 * h0;
  const f9 = dF * (w8 - f8) * (1 / 9);
  const a9 = dA * (A0 * (h8 + p8) - a8) * (1 / 9);
  const n9 = dN * (N0 * (h8 + eN * p8) - n8) * (1 / 9);
  const m9 = (sdN * n8 - dM * m8) * (1 / 9);
  const d9 = -kD * d8 * (1 / 9);
  const i9 = (kD * d8 - kI * i8) * (1 / 9);
  const r9 = (fIRkI * i8 - dR * r8) * (1 / 9);
  const s9 = (a9 + n9 + m9) * 9;
  const g9 = dG * (wP * d8 + r8 - g8) * (1 / 9);
  const w9 =
    (synthesis * g9 - (g1 * w8 + g2 * w7 + g3 * w6 + g4 * w5 + g5 * w4 + g6 * w3 + g7 * w2 + g8 * w1 + g9 * w0)) *
    spare;
  const h9 = -kap * (s1 * h8 + s2 * h7 + s3 * h6 + s4 * h5 + s5 * h4 + s6 * h3 + s7 * h2 + s8 * h1 + s9 * h0) * (1 / 9);
  const p9 = f0 * h9 + f1 * h8 + f2 * h7 + f3 * h6 + f4 * h5 + f5 * h4 + f6 * h3 + f7 * h2 + f8 * h1 + f9 * h0;
  const f10 = dF * (w9 - f9) * (1 / 10);
  const a10 = dA * (A0 * (h9 + p9) - a9) * (1 / 10);
  const n10 = dN * (N0 * (h9 + eN * p9) - n9) * (1 / 10);
  const m10 = (sdN * n9 - dM * m9) * (1 / 10);
  const d10 = -kD * d9 * (1 / 10);
  const r10 = (fIRkI * i9 - dR * r9) * (1 / 10);
  const s10 = (a10 + n10 + m10) * 10;
  const g10 = dG * (wP * d9 + r9 - g9) * (1 / 10);
  const w10 =
    (synthesis * g10 -
      (g1 * w9 + g2 * w8 + g3 * w7 + g4 * w6 + g5 * w5 + g6 * w4 + g7 * w3 + g8 * w2 + g9 * w1 + g10 * w0)) *
    spare;
  const h10 =
    -kap *
    (s1 * h9 + s2 * h8 + s3 * h7 + s4 * h6 + s5 * h5 + s6 * h4 + s7 * h3 + s8 * h2 + s9 * h1 + s10 * h0) *
    (1 / 10);
  const p10 =
    f0 * h10 + f1 * h9 + f2 * h8 + f3 * h7 + f4 * h6 + f5 * h5 + f6 * h4 + f7 * h3 + f8 * h2 + f9 * h1 + f10 * h0;
  const f11 = dF * (w10 - f10) * (1 / 11);
  const a11 = dA * (A0 * (h10 + p10) - a10) * (1 / 11);
  const n11 = dN * (N0 * (h10 + eN * p10) - n10) * (1 / 11);
  const m11 = (sdN * n10 - dM * m10) * (1 / 11);
  const s11 = (a11 + n11 + m11) * 11;
  const g11 = dG * (wP * d10 + r10 - g10) * (1 / 11);
  const w11 =
    (synthesis * g11 -
      (g1 * w10 +
        g2 * w9 +
        g3 * w8 +
        g4 * w7 +
        g5 * w6 +
        g6 * w5 +
        g7 * w4 +
        g8 * w3 +
        g9 * w2 +
        g10 * w1 +
        g11 * w0)) *
    spare;
  const h11 =
    -kap *
    (s1 * h10 + s2 * h9 + s3 * h8 + s4 * h7 + s5 * h6 + s6 * h5 + s7 * h4 + s8 * h3 + s9 * h2 + s10 * h1 + s11 * h0) *
    (1 / 11);
  const p11 =
    f0 * h11 +
    f1 * h10 +
    f2 * h9 +
    f3 * h8 +
    f4 * h7 +
    f5 * h6 +
    f6 * h5 +
    f7 * h4 +
    f8 * h3 +
    f9 * h2 +
    f10 * h1 +
    f11 * h0;
  const f12 = dF * (w11 - f11) * (1 / 12);
  const a12 = dA * (A0 * (h11 + p11) - a11) * (1 / 12);
  const n12 = dN * (N0 * (h11 + eN * p11) - n11) * (1 / 12);
  const m12 = (sdN * n11 - dM * m11) * (1 / 12);
  series[4] = f1;
  series[5] = a1;
  series[6] = n1;
  series[7] = m1;
  series[8] = f2;
  series[9] = a2;
  series[10] = n2;
  series[11] = m2;
  series[12] = f3;
  series[13] = a3;
  series[14] = n3;
  series[15] = m3;
  series[16] = f4;
  series[17] = a4;
  series[18] = n4;
  series[19] = m4;
  series[20] = f5;
  series[21] = a5;
  series[22] = n5;
  series[23] = m5;
  series[24] = f6;
  series[25] = a6;
  series[26] = n6;
  series[27] = m6;
  series[28] = f7;
  series[29] = a7;
  series[30] = n7;
  series[31] = m7;
  series[32] = f8;
  series[33] = a8;
  series[34] = n8;
  series[35] = m8;
  series[36] = f9;
  series[37] = a9;
  series[38] = n9;
  series[39] = m9;
  series[40] = f10;
  series[41] = a10;
  series[42] = n10;
  series[43] = m10;
  series[44] = f11;
  series[45] = a11;
  series[46] = n11;
  series[47] = m11;
  series[48] = f12;
  series[49] = a12;
  series[50] = n12;
  series[51] = m12;
}

/** Writes F, A, N and M so many days after the start of their step into `out`. */
export function evaluate(series: Series, days: number, out: Float64Array): void {
  let place = 4 * order;
  let f = series[place] as number;
  let a = series[place + 1] as number;
  let n = series[place + 2] as number;
  let m = series[place + 3] as number;
  while (place > 0) {
    place -= 4;
    f = f * days + (series[place] as number);
    a = a * days + (series[place + 1] as number);
    n = n * days + (series[place + 2] as number);
    m = m * days + (series[place + 3] as number);
  }
  out[0] = f;
  out[1] = a;
  out[2] = n;
  out[3] = m;
}
