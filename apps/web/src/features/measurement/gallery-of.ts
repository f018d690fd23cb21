import type { PhotographView } from "@fibril/contract";
import { type PoseId, poseIds } from "@fibril/measurement";

export interface GalleryDay {
  readonly day: string;
  /** In the fixed order of the poses. */
  readonly photographs: readonly PhotographView[];
}

/** By date, the newest first; within a day by pose. */
export function galleryOf(photographs: readonly PhotographView[]): readonly GalleryDay[] {
  const days = [...new Set(photographs.map(({ takenOn }) => takenOn))].sort().reverse();
  return days.map((day) => ({
    day,
    photographs: photographs
      .filter(({ takenOn }) => takenOn === day)
      .toSorted((left, right) => poseIds.indexOf(left.pose) - poseIds.indexOf(right.pose)),
  }));
}

/** Poses with pictures of at least two days, each with its pictures from the earliest. */
export function comparablePoses(photographs: readonly PhotographView[]) {
  const taken = photographs.filter(({ refusedReason }) => refusedReason === null);
  return poseIds.flatMap((pose): readonly { pose: PoseId; photographs: readonly PhotographView[] }[] => {
    const same = taken
      .filter((photograph) => photograph.pose === pose)
      .toSorted((left, right) => (left.takenOn < right.takenOn ? -1 : 1));
    return new Set(same.map(({ takenOn }) => takenOn)).size < 2 ? [] : [{ pose, photographs: same }];
  });
}
