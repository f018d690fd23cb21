import { type ConsentText, foundingTexts } from "@fibril/consent";
import type { Db } from "../../tables/index.ts";
import { hashText } from "./content-hash.ts";

/** Publishes the first version of each consent text. */
export async function publishFoundingTexts(
  db: Db,
  clinicId: string,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<void> {
  await db
    .insertInto("consent_text")
    .values(
      foundingTexts.map((text: ConsentText) => ({
        clinic_id: clinicId,
        id: newId(),
        kind: text.kind,
        version: 1,
        language: "en-GB",
        title: text.title,
        body: text.body,
        fields: JSON.stringify(text.fields),
        sha256: hashText({ ...text, version: 1, language: "en-GB" }),
        published_at: now,
      })),
    )
    .execute();
}
