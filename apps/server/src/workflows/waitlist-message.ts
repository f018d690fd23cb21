import { formatMinuteOfDay } from "@fibril/kernel";
import { invitePatientToPortal } from "../features/patient/portal-store.ts";
import { findOffer, hasOwnPages } from "../features/waitlist/offer-store.ts";
import { addressesOf, findSubject, type Subject } from "../lookups/patient.ts";
import { newSecret } from "../platform/auth/secrets.ts";
import { civilDay } from "../platform/clock/civil-time.ts";
import { dayAndTime, instantText } from "../platform/clock/day-text.ts";
import { enterClinic, returnToGate, type Tx } from "../platform/database/database.ts";
import { enqueueMessage } from "../platform/messages/outbox.ts";
import type { Offering } from "./waitlist-offering.ts";

const linkDays = 2;

export async function tellOfOffer(
  tx: Tx,
  { offerId, patientId }: { readonly offerId: string; readonly patientId: string },
  { clinic, publicUrl, now, newId }: Offering,
): Promise<void> {
  const subject = await findSubject(tx, clinic.id, patientId, civilDay(now, clinic.timeZone));
  const offer = await findOffer(tx, clinic.id, offerId);
  if (!(subject && offer)) throw new Error("an offer without its person");
  const when = dayAndTime(offer.day, formatMinuteOfDay(offer.start_minute));
  const until = instantText(offer.expires_at, clinic.timeZone);
  for (const to of addressesOf(subject)) {
    const link =
      (await wayIn(tx, clinic.id, { subject, to, now, newId, publicUrl })) ?? `${publicUrl}/my/offers/${offerId}`;
    const text = `A time has come free: ${when}, ${offer.site_name}, with ${offer.practitioner_name}. We keep it for you until ${until}.\n\nTake it or leave it here: ${link}\n\nIf we hear nothing we offer it to the next person, and what you have booked stays as it is.${clinic.phone ? ` You can also call us: ${clinic.phone}` : ""}`;
    const message = {
      kind: "waitlist-offer",
      to,
      subject: `A time has come free at ${clinic.name}`,
      text,
      patientId,
      dedupeKey: `waitlist offer ${offerId} ${to}`,
    };
    await enqueueMessage(tx, clinic.id, message, now);
  }
}

interface Reader {
  readonly subject: Subject;
  readonly to: string;
  readonly now: Date;
  readonly newId: () => string;
  readonly publicUrl: string;
}

/** For a patient who has no pages of their own yet, the link that opens them; the offer waits there. */
async function wayIn(tx: Tx, clinicId: string, { subject, to, now, newId, publicUrl }: Reader): Promise<string | null> {
  if (to !== subject.email) return null;
  await returnToGate(tx);
  const has = await hasOwnPages(tx, clinicId, subject.id);
  await enterClinic(tx, clinicId);
  if (has) return null;
  const secret = newSecret();
  const invited = { id: newId(), secret, email: to, name: subject.name, relation: "self" } as const;
  const validMinutes = linkDays * 24 * 60;
  await invitePatientToPortal(tx, clinicId, { ...invited, patientId: subject.id, newId, validMinutes }, now);
  return `${publicUrl}/welcome#${secret}`;
}
