import type { ChangedResourcesView, OutOfPlaceView, ResourcesView } from "@fibril/contract";
import type { Problem } from "../../platform/http/problem.ts";
import { answer, type ClinicAsked } from "../../platform/http/route.ts";
import { viewOfResources } from "./read-resources.ts";

type Asked = Pick<ClinicAsked<undefined, undefined, undefined>, "tx" | "clinicId" | "today">;

/** Makes a change and answers the set-up as it is then, with the visits that this change put out of place. */
export async function changing(
  { tx, clinicId, today }: Asked,
  change: (before: ResourcesView) => Promise<Problem | undefined>,
): Promise<{ readonly status: 200; readonly body: ChangedResourcesView } | Problem> {
  const before = await viewOfResources(tx, clinicId, today);
  const refused = await change(before);
  if (refused) return refused;
  const set = await viewOfResources(tx, clinicId, today);
  return answer(200, { set, touched: newlyOut(before.outOfPlace, set.outOfPlace) });
}

function newlyOut(before: readonly OutOfPlaceView[], after: readonly OutOfPlaceView[]): OutOfPlaceView[] {
  return after.filter(({ visit, reason }) => !before.some((old) => old.visit.id === visit.id && old.reason === reason));
}
