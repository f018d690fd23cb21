import { Id, type ReplanView } from "@fibril/contract";
import { z } from "zod";
import { listResources } from "../features/booking/set-up-store.ts";
import { findReplan } from "../features/replanning/store.ts";
import type { Tx } from "../platform/database/database.ts";

export const OneReplan = z.strictObject({ replanId: Id });

export async function readReplanView(
  { tx, clinicId, now }: { readonly tx: Tx; readonly clinicId: string; readonly now: Date },
  replanId: string,
): Promise<ReplanView | undefined> {
  const names = new Map((await listResources(tx, clinicId)).map(({ id, name }) => [id, name]));
  return findReplan(tx, clinicId, { replanId, now, nameOf: (id) => names.get(id) ?? "" });
}
