import type { PlannedZone } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { FaceMap } from "../../ui/face-map.tsx";
import { planMarks } from "./zone-choice.ts";

/** The plan as the face map draws it, to be held beside what was done. */
export function PlannedMap({ plan }: { readonly plan: readonly PlannedZone[] }) {
  const text = messages.session;
  return (
    <div>
      <FaceMap marks={planMarks(plan)} selected={new Set()} label={text.plannedMap} />
      <p className="fb-map-caption">{text.plannedMap}</p>
    </div>
  );
}
