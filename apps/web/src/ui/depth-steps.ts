export interface DepthMarks {
  readonly defaultMm: number;
  /** Above it a reason is asked for. */
  readonly thresholdMm: number;
  /** The device's own limit: nothing beyond can be set. */
  readonly limitMm: number;
}

export const stepMm = 0.05;

/** To the nearest 0.05 mm, from 0 to the limit; sums of 0.05 leave no stray digits. */
export function clampDepth(mm: number, limitMm: number): number {
  const nearest = Math.round(mm * 20) / 20;
  return Math.min(Math.max(nearest, 0), Math.floor(limitMm * 20 + 1e-9) / 20);
}

export function depthText(mm: number): string {
  return mm.toFixed(2);
}
