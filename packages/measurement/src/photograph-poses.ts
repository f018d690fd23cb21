/** The fixed set of poses, so that two visits can be compared. Left and right are the patient's own. */
export const poses = {
  front: { label: "Face, from the front", region: "face" },
  "left-oblique": { label: "Face, left side at 45°", region: "face" },
  "left-profile": { label: "Face, left side at 90°", region: "face" },
  "right-oblique": { label: "Face, right side at 45°", region: "face" },
  "right-profile": { label: "Face, right side at 90°", region: "face" },
  "chin-up": { label: "Neck, chin raised", region: "neck" },
  decollete: { label: "Décolleté, from the front", region: "decollete" },
  "hand-left": { label: "Back of the left hand", region: "hands" },
  "hand-right": { label: "Back of the right hand", region: "hands" },
  body: { label: "Body, the place as noted", region: "body" },
} as const;

export type PoseId = keyof typeof poses;
export const poseIds = Object.keys(poses) as readonly PoseId[];

/** The poses asked for at a visit that treats a region. */
export function posesFor(region: (typeof poses)[PoseId]["region"]): readonly PoseId[] {
  return poseIds.filter((pose) => poses[pose].region === region);
}
