import type { OverviewView } from "@fibril/contract";

export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with its interval; null where nothing was counted, which is not a share of none. */
export function readShare({ share, low, high }: OverviewView["completion"]): Share | null {
  return share === null || low === null || high === null ? null : { value: share, low, high };
}
