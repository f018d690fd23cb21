import type { Db } from "../../tables/index.ts";

/** Publishes the first version of each consent text. */
export async function publishFoundingTexts(
  _db: Db,
  _clinicId: string,
  _made: { readonly now: Date; readonly newId: () => string },
): Promise<void> {}
