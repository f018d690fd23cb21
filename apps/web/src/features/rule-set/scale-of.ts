import type { AdjustableRuleView } from "@fibril/contract";

/** Where things stand on the drawn range, in per cent of its length. */
export interface RuleScale {
  readonly from: number;
  readonly to: number;
  readonly current: number;
  readonly founding: number;
}

type Ranged = Pick<AdjustableRuleView, "setting" | "foundingCount"> & {
  readonly range: { readonly min: number; readonly max: number };
};

/** The scale begins at nothing and ends a little beyond the longest wait on it. */
export function scaleOf({ setting, foundingCount, range }: Ranged): RuleScale {
  const end = Math.max(range.max, setting.count, foundingCount) * 1.08;
  const share = (count: number) => Math.round((count / end) * 1000) / 10;
  return {
    from: share(range.min),
    to: share(range.max),
    current: share(setting.count),
    founding: share(foundingCount),
  };
}
