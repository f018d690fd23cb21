import type { VisitView } from "@fibril/contract";
import { dayAndTime } from "../../platform/clock/day-text.ts";
import type { OutgoingMessage } from "../../platform/messages/outbox.ts";
import { siteWords } from "./site-words.ts";
import { tellAfter } from "./tell-after.ts";

interface Told {
  readonly addresses: readonly string[];
  readonly clinic: { readonly name: string; readonly phone: string };
  readonly now: Date;
  readonly cause: "patient" | "clinic" | "course-ended";
}

/** One message to each address about visits of one patient that will not be; why stays between clinic and patient. */
export function cancelledMessages(
  visits: readonly VisitView[],
  { addresses, clinic, now, cause }: Told,
): OutgoingMessage[] {
  const [first] = visits;
  if (!first) return [];
  const one = visits.length === 1;
  const lead = {
    patient: `As you asked, your ${one ? "visit is" : "visits are"} cancelled:`,
    clinic: `We had to cancel ${one ? "a visit" : "visits"} of yours:`,
    "course-ended": `Your course has ended early, so ${one ? "this visit" : "these visits"} will not take place:`,
  }[cause];
  const lines = visits.map(
    ({ day, start, siteName: name, siteAddress: address }) =>
      `${dayAndTime(day, start)}, ${siteWords({ name, address })}`,
  );
  const call = clinic.phone ? `call us: ${clinic.phone}` : "call us";
  const key = visits.map(({ id }) => id).sort();
  return addresses.map((to) => ({
    kind: "visits-cancelled",
    to,
    subject: `Cancelled: ${one ? "your visit" : "your visits"} at ${clinic.name}`,
    text: `${lead}\n${lines.join("\n")}\n\nIf you did not expect this, or would like another time, ${call}.`,
    patientId: first.patientId,
    dedupeKey: `cancelled ${key.join(" ")} ${to}`,
    dueAt: tellAfter(now),
  }));
}
