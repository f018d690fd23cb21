import { rankWaitlist } from "@fibril/booking";
import type { CalendarDate } from "@fibril/kernel";
import { type Entry, listWaiting } from "../features/waitlist/entry-store.ts";
import { countOffersByPatient, listOffers } from "../features/waitlist/offer-store.ts";
import type { Tx } from "../platform/database/database.ts";
import { loadFacts } from "./waitlist-facts.ts";
import type { Candidate } from "./waitlist-search.ts";

/** Everybody who waits, in the order in which places are offered, with what stands around each. */
export async function listCandidates(tx: Tx, clinicId: string, today: CalendarDate): Promise<readonly Candidate[]> {
  const candidates = await candidatesOf(tx, clinicId, { entries: await listWaiting(tx, clinicId), today });
  const ranked = rankWaitlist(
    candidates.map(({ entry, facts }) => ({
      id: entry.id,
      returnsToWindow: facts.returnsToWindow,
      waitingSince: entry.waiting_since.toISOString(),
    })),
  );
  return ranked.flatMap(({ id }) => candidates.filter(({ entry }) => entry.id === id));
}

export async function candidateOf(tx: Tx, clinicId: string, entry: Entry, today: CalendarDate): Promise<Candidate> {
  const [candidate] = await candidatesOf(tx, clinicId, { entries: [entry], today });
  if (!candidate) throw new Error("an entry that is not one");
  return candidate;
}

async function candidatesOf(
  tx: Tx,
  clinicId: string,
  { entries, today }: { readonly entries: readonly Entry[]; readonly today: CalendarDate },
): Promise<readonly Candidate[]> {
  const ids = entries.map(({ id }) => id);
  const offers = await listOffers(tx, clinicId, ids);
  const askedToday = await countOffersByPatient(tx, clinicId, today);
  const candidates: Candidate[] = [];
  for (const entry of entries) {
    candidates.push({
      entry,
      facts: await loadFacts(tx, clinicId, entry, today),
      offers: offers.filter(({ entry_id }) => entry_id === entry.id),
      offersToday: askedToday.get(entry.patient_id) ?? 0,
    });
  }
  return candidates;
}
