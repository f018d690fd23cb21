import type { Parameters } from "./parameters.ts";
import type { Series } from "./taylor-series.ts";

/** What D, I, R, G and F of one course are given, products taken once; read by place, for the solver's loop is hot. */
export type SynthesisConstants = Float64Array;

/** @param synthesis aF g(age). */
export function synthesisConstants(parameters: Parameters, synthesis: number): SynthesisConstants {
  const { kD, kI, fIR, dR, wP, dG, dF, K } = parameters;
  return Float64Array.of(kD, kI, fIR * kI, dR, dG * wP, dG, dF, K, synthesis);
}

/**
 * Fills in F's terms of one step from its first and from D, I, R and G at its start.
 *
 * Term by term: w is the synthesis aF g G/(K + G) as a quotient of series. Written out, for the ensemble spends its time
 * here: loops over the terms take three times as long. In each sum the term that is known last comes last.
 */
export function fillSynthesis(constants: SynthesisConstants, signals: Float64Array, series: Series): void {
  const kD = constants[0] as number;
  const kI = constants[1] as number;
  const fIRkI = constants[2] as number;
  const dR = constants[3] as number;
  const dGwP = constants[4] as number;
  const dG = constants[5] as number;
  const dF = constants[6] as number;
  const K = constants[7] as number;
  const synthesis = constants[8] as number;
  const d0 = signals[0] as number;
  const i0 = signals[1] as number;
  const r0 = signals[2] as number;
  const g0 = signals[3] as number;
  const f0 = series[0] as number;
  const spare = 1 / (K + g0);
  const w0 = synthesis * g0 * spare;
  const f1 = dF * (w0 - f0);
  series[4] = f1;
  const g1 = dGwP * d0 + dG * (r0 - g0);
  const r1 = fIRkI * i0 - dR * r0;
  const d1 = -kD * d0;
  const i1 = kD * d0 - kI * i0;
  const w1 = (synthesis * g1 - g1 * w0) * spare;
  const f2 = dF * (w1 - f1) * (1 / 2);
  series[8] = f2;
  const g2 = (dGwP * d1 + dG * (r1 - g1)) * (1 / 2);
  const r2 = (fIRkI * i1 - dR * r1) * (1 / 2);
  const d2 = -kD * d1 * (1 / 2);
  const i2 = (kD * d1 - kI * i1) * (1 / 2);
  const w2 = (synthesis * g2 - (g2 * w0 + g1 * w1)) * spare;
  const f3 = dF * (w2 - f2) * (1 / 3);
  series[12] = f3;
  const g3 = (dGwP * d2 + dG * (r2 - g2)) * (1 / 3);
  const r3 = (fIRkI * i2 - dR * r2) * (1 / 3);
  const d3 = -kD * d2 * (1 / 3);
  const i3 = (kD * d2 - kI * i2) * (1 / 3);
  const w3 = (synthesis * g3 - (g3 * w0 + g2 * w1 + g1 * w2)) * spare;
  const f4 = dF * (w3 - f3) * (1 / 4);
  series[16] = f4;
  const g4 = (dGwP * d3 + dG * (r3 - g3)) * (1 / 4);
  const r4 = (fIRkI * i3 - dR * r3) * (1 / 4);
  const d4 = -kD * d3 * (1 / 4);
  const i4 = (kD * d3 - kI * i3) * (1 / 4);
  const w4 = (synthesis * g4 - (g4 * w0 + g3 * w1 + g2 * w2 + g1 * w3)) * spare;
  const f5 = dF * (w4 - f4) * (1 / 5);
  series[20] = f5;
  const g5 = (dGwP * d4 + dG * (r4 - g4)) * (1 / 5);
  const r5 = (fIRkI * i4 - dR * r4) * (1 / 5);
  const d5 = -kD * d4 * (1 / 5);
  const i5 = (kD * d4 - kI * i4) * (1 / 5);
  const w5 = (synthesis * g5 - (g5 * w0 + g4 * w1 + g3 * w2 + g2 * w3 + g1 * w4)) * spare;
  const f6 = dF * (w5 - f5) * (1 / 6);
  series[24] = f6;
  const g6 = (dGwP * d5 + dG * (r5 - g5)) * (1 / 6);
  const r6 = (fIRkI * i5 - dR * r5) * (1 / 6);
  const d6 = -kD * d5 * (1 / 6);
  const i6 = (kD * d5 - kI * i5) * (1 / 6);
  const w6 = (synthesis * g6 - (g6 * w0 + g5 * w1 + g4 * w2 + g3 * w3 + g2 * w4 + g1 * w5)) * spare;
  const f7 = dF * (w6 - f6) * (1 / 7);
  series[28] = f7;
  const g7 = (dGwP * d6 + dG * (r6 - g6)) * (1 / 7);
  const r7 = (fIRkI * i6 - dR * r6) * (1 / 7);
  const d7 = -kD * d6 * (1 / 7);
  const i7 = (kD * d6 - kI * i6) * (1 / 7);
  const w7 = (synthesis * g7 - (g7 * w0 + g6 * w1 + g5 * w2 + g4 * w3 + g3 * w4 + g2 * w5 + g1 * w6)) * spare;
  const f8 = dF * (w7 - f7) * (1 / 8);
  series[32] = f8;
  const g8 = (dGwP * d7 + dG * (r7 - g7)) * (1 / 8);
  const r8 = (fIRkI * i7 - dR * r7) * (1 / 8);
  const d8 = -kD * d7 * (1 / 8);
  const i8 = (kD * d7 - kI * i7) * (1 / 8);
  const w8 = (synthesis * g8 - (g8 * w0 + g7 * w1 + g6 * w2 + g5 * w3 + g4 * w4 + g3 * w5 + g2 * w6 + g1 * w7)) * spare;
  const f9 = dF * (w8 - f8) * (1 / 9);
  series[36] = f9;
  const g9 = (dGwP * d8 + dG * (r8 - g8)) * (1 / 9);
  const r9 = (fIRkI * i8 - dR * r8) * (1 / 9);
  const d9 = -kD * d8 * (1 / 9);
  const i9 = (kD * d8 - kI * i8) * (1 / 9);
  const w9 =
    (synthesis * g9 - (g9 * w0 + g8 * w1 + g7 * w2 + g6 * w3 + g5 * w4 + g4 * w5 + g3 * w6 + g2 * w7 + g1 * w8)) *
    spare;
  const f10 = dF * (w9 - f9) * (1 / 10);
  series[40] = f10;
  const g10 = (dGwP * d9 + dG * (r9 - g9)) * (1 / 10);
  const r10 = (fIRkI * i9 - dR * r9) * (1 / 10);
  const d10 = -kD * d9 * (1 / 10);
  const i10 = (kD * d9 - kI * i9) * (1 / 10);
  const w10most = g10 * w0 + g9 * w1 + g8 * w2 + g7 * w3 + g6 * w4;
  const w10 = (synthesis * g10 - (w10most + (g5 * w5 + g4 * w6 + g3 * w7 + g2 * w8 + g1 * w9))) * spare;
  const f11 = dF * (w10 - f10) * (1 / 11);
  series[44] = f11;
  const g11 = (dGwP * d10 + dG * (r10 - g10)) * (1 / 11);
  const r11 = (fIRkI * i10 - dR * r10) * (1 / 11);
  const d11 = -kD * d10 * (1 / 11);
  const i11 = (kD * d10 - kI * i10) * (1 / 11);
  const w11most = g11 * w0 + g10 * w1 + g9 * w2 + g8 * w3 + g7 * w4 + g6 * w5;
  const w11 = (synthesis * g11 - (w11most + (g5 * w6 + g4 * w7 + g3 * w8 + g2 * w9 + g1 * w10))) * spare;
  const f12 = dF * (w11 - f11) * (1 / 12);
  series[48] = f12;
  const g12 = (dGwP * d11 + dG * (r11 - g11)) * (1 / 12);
  const r12 = (fIRkI * i11 - dR * r11) * (1 / 12);
  const d12 = -kD * d11 * (1 / 12);
  const i12 = (kD * d11 - kI * i11) * (1 / 12);
  const w12most = g12 * w0 + g11 * w1 + g10 * w2 + g9 * w3 + g8 * w4 + g7 * w5;
  const w12 = (synthesis * g12 - (w12most + (g6 * w6 + g5 * w7 + g4 * w8 + g3 * w9 + g2 * w10 + g1 * w11))) * spare;
  const f13 = dF * (w12 - f12) * (1 / 13);
  series[52] = f13;
  const g13 = (dGwP * d12 + dG * (r12 - g12)) * (1 / 13);
  const r13 = (fIRkI * i12 - dR * r12) * (1 / 13);
  const d13 = -kD * d12 * (1 / 13);
  const i13 = (kD * d12 - kI * i12) * (1 / 13);
  const w13most = g13 * w0 + g12 * w1 + g11 * w2 + g10 * w3 + g9 * w4 + g8 * w5 + g7 * w6;
  const w13 = (synthesis * g13 - (w13most + (g6 * w7 + g5 * w8 + g4 * w9 + g3 * w10 + g2 * w11 + g1 * w12))) * spare;
  const f14 = dF * (w13 - f13) * (1 / 14);
  series[56] = f14;
  const g14 = (dGwP * d13 + dG * (r13 - g13)) * (1 / 14);
  const r14 = (fIRkI * i13 - dR * r13) * (1 / 14);
  const d14 = -kD * d13 * (1 / 14);
  const w14most = g14 * w0 + g13 * w1 + g12 * w2 + g11 * w3 + g10 * w4 + g9 * w5 + g8 * w6;
  const w14 =
    (synthesis * g14 - (w14most + (g7 * w7 + g6 * w8 + g5 * w9 + g4 * w10 + g3 * w11 + g2 * w12 + g1 * w13))) * spare;
  const f15 = dF * (w14 - f14) * (1 / 15);
  series[60] = f15;
  const g15 = (dGwP * d14 + dG * (r14 - g14)) * (1 / 15);
  const w15most = g15 * w0 + g14 * w1 + g13 * w2 + g12 * w3 + g11 * w4 + g10 * w5 + g9 * w6 + g8 * w7;
  const w15 =
    (synthesis * g15 - (w15most + (g7 * w8 + g6 * w9 + g5 * w10 + g4 * w11 + g3 * w12 + g2 * w13 + g1 * w14))) * spare;
  const f16 = dF * (w15 - f15) * (1 / 16);
  series[64] = f16;
}
