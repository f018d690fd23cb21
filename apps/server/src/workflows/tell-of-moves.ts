import type { CalendarDate } from "@fibril/kernel";
import { siteWords } from "../features/booking/site-words.ts";
import { tellAfter } from "../features/booking/tell-after.ts";
import { withdrawMessages } from "../features/replanning/store.ts";
import { addressesOf, findSubject, type Subject } from "../lookups/patient.ts";
import { dayAndTime } from "../platform/clock/day-text.ts";
import type { Tx } from "../platform/database/database.ts";
import type { OutgoingMessage } from "../platform/messages/outbox.ts";
import type { MadeMove } from "./replan-move.ts";

/** Who moved them: the clinic had to, and is sorry, or somebody at the desk did, as the patient asked as a rule. */
export type MovedBy = { readonly by: "replan"; readonly id: string } | { readonly by: "desk" };

interface Teller {
  readonly moved: MovedBy;
  readonly clinicName: string;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly send: (message: OutgoingMessage) => Promise<void>;
}

export interface Told {
  readonly told: number;
  readonly toCall: readonly { readonly patientId: string; readonly patientName: string; readonly phone: null }[];
}

/** One message to each patient with all their changes; whoever has no address is to be called. */
export async function tellOfMoves(tx: Tx, clinicId: string, made: readonly MadeMove[], teller: Teller): Promise<Told> {
  let told = 0;
  const toCall: { patientId: string; patientName: string; phone: null }[] = [];
  for (const patientId of new Set(made.map(({ visit }) => visit.patientId))) {
    const subject = await findSubject(tx, clinicId, patientId, teller.today);
    if (!subject) throw new Error("a visit without its patient");
    const own = made.filter(({ visit }) => visit.patientId === patientId);
    const addresses = addressesOf(subject);
    for (const to of addresses) await teller.send(message(own, { subject, to }, teller));
    if (addresses.length > 0) told += 1;
    else toCall.push({ patientId, patientName: subject.name, phone: null });
  }
  return { told, toCall };
}

/** Takes back what has not left yet; @returns the moves whose patients were told already and must be told again. */
export async function untell(
  tx: Tx,
  clinicId: string,
  made: readonly MadeMove[],
  { moved, today, now }: Pick<Teller, "moved" | "today" | "now">,
): Promise<readonly MadeMove[]> {
  const again: MadeMove[] = [];
  for (const patientId of new Set(made.map(({ visit }) => visit.patientId))) {
    const subject = await findSubject(tx, clinicId, patientId, today);
    const own = made.filter(({ visit }) => visit.patientId === patientId);
    const keys = subject ? addressesOf(subject).map((to) => keyOf(own, { moved, to, step: -1 })) : [];
    const withdrawn = keys.length === 0 ? 0 : await withdrawMessages(tx, clinicId, keys, now);
    if (withdrawn < keys.length) again.push(...own);
  }
  return again;
}

function message(
  own: readonly MadeMove[],
  { subject, to }: { readonly subject: Subject; readonly to: string },
  { moved, clinicName, now }: Teller,
): OutgoingMessage {
  const changes = own.map(
    ({ visit, place }) => `${dayAndTime(visit.day, visit.start)} is now ${dayAndTime(place.day, place.start)}`,
  );
  const one = own.length === 1;
  const lead =
    moved.by === "replan"
      ? `We had to move ${one ? "a visit" : "visits"} of yours:`
      : `Your ${one ? "visit has a new time" : "visits have new times"}:`;
  const sorry = moved.by === "replan" ? "We are sorry for the change. " : "";
  const sites = [
    ...new Set(own.map(({ visit: { siteName: name, siteAddress: address } }) => siteWords({ name, address }))),
  ];
  return {
    kind: "visits-moved",
    to,
    subject: `New times for your visits at ${clinicName}`,
    text: `${lead}\n${changes.join("\n")}\nWhere: ${sites.join("; ")}.\n\n${sorry}If a new time does not suit you, call us or look at your own pages.`,
    patientId: subject.id,
    dedupeKey: keyOf(own, { moved, to, step: 0 }),
    dueAt: tellAfter(now),
  };
}

/** The visits with the versions that they were moved from: the same acceptance is told once, a later one again. */
function keyOf(
  own: readonly MadeMove[],
  { moved, to, step }: { readonly moved: MovedBy; readonly to: string; readonly step: 0 | -1 },
): string {
  const versions = own.map(({ visit }) => `${visit.id}.${visit.version + step}`).sort();
  return `${moved.by === "replan" ? `replan ${moved.id}` : "moved"} ${versions.join(" ")} ${to}`;
}
