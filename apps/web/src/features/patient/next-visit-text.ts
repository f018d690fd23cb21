import type { PatientFoundView } from "@fibril/contract";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";

const text = messages.patient;

/** `Tue 12 Jan 2027, 09:30, session 2, Alder Lane` */
export function nextVisitText(visit: NonNullable<PatientFoundView["nextVisit"]>): string {
  const { day, start, kind, ordinal, siteName } = visit;
  const what = `${text.visitKinds[kind]}${ordinal === null ? "" : ` ${ordinal}`}`.toLowerCase();
  return `${dayText(day)}, ${start}, ${what}, ${siteName}`;
}
