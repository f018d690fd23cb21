import { z } from "zod";
import type { Tx } from "../platform/database/database.ts";

const Kept = z.object({
  services: z.array(
    z.object({
      kind: z.enum(["consultation", "session"]),
      name: z.string(),
      prep_minutes: z.number(),
      treatment_minutes: z.number(),
      notes_minutes: z.number(),
      room_turnover_minutes: z.number(),
      device_cleaning_minutes: z.number(),
      qualification: z.string(),
      prep_room_kind: z.string(),
      treatment_room_kind: z.string(),
      device_kind: z.string().nullable(),
    }),
  ),
  consentTexts: z.array(
    z.object({
      kind: z.enum(["treatment", "photographs", "assent"]),
      version: z.number(),
      language: z.string(),
      title: z.string(),
      body: z.string(),
      fields: z.unknown(),
      sha256: z.string(),
      published_at: z.string(),
    }),
  ),
});
export type KeptSetUp = z.infer<typeof Kept>;

/** What a demo left for the clinic that comes after it, at the gate; null where there was none. It is given once. */
export async function takeKeptSetUp(tx: Tx): Promise<KeptSetUp | null> {
  const { kept_set_up: kept } = await tx.selectFrom("installation").select("kept_set_up").executeTakeFirstOrThrow();
  if (kept === null) return null;
  await tx.updateTable("installation").set({ kept_set_up: null }).execute();
  return Kept.parse(kept);
}

/** Inside the clinic: the kept services and texts take the place of the founding ones. */
export async function restoreSetUp(
  tx: Tx,
  clinicId: string,
  { kept, newId }: { readonly kept: KeptSetUp; readonly newId: () => string },
): Promise<void> {
  if (kept.services.length > 0) {
    await tx.deleteFrom("service").where("clinic_id", "=", clinicId).execute();
    const services = kept.services.map((service) => ({ ...service, clinic_id: clinicId, id: newId() }));
    await tx.insertInto("service").values(services).execute();
  }
  for (const { fields, published_at, ...text } of kept.consentTexts) {
    await tx
      .insertInto("consent_text")
      .values({
        ...text,
        clinic_id: clinicId,
        id: newId(),
        fields: JSON.stringify(fields),
        published_at: new Date(published_at),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
