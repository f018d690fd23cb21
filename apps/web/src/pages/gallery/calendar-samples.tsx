import { CalendarGrid } from "../../ui/calendar-grid.tsx";
import type { CalendarVisit } from "../../ui/calendar-model.ts";

const columns = [
  { id: "amara", title: "Amara Oduya", detail: "Nurse practitioner", closed: [{ from: 780, to: 840 }] },
  { id: "ben", title: "Ben Whitlow", detail: "Doctor", closed: [{ from: 540, to: 600 }] },
  { id: "room", title: "Room 1", detail: "Harbour Street" },
  { id: "device", title: "Pen A", detail: "Service until 3 Mar" },
];

const visits: readonly CalendarVisit[] = [
  {
    id: "1",
    columnId: "amara",
    startMinute: 540,
    endMinute: 615,
    title: "M. Abara",
    detail: "Session 3 of 4",
    state: "done",
    tone: "done",
  },
  {
    id: "2",
    columnId: "amara",
    startMinute: 630,
    endMinute: 720,
    title: "J. Lindqvist",
    detail: "Session 1 of 3",
    state: "arrived",
    tone: "here",
  },
  {
    id: "3",
    columnId: "ben",
    startMinute: 615,
    endMinute: 660,
    title: "P. Rao",
    detail: "Consultation",
    state: "booked",
    tone: "planned",
  },
  {
    id: "4",
    columnId: "ben",
    startMinute: 645,
    endMinute: 705,
    title: "T. Okafor",
    state: "cancelled",
    tone: "cancelled",
  },
  {
    id: "5",
    columnId: "room",
    startMinute: 630,
    endMinute: 720,
    title: "J. Lindqvist",
    state: "arrived",
    tone: "here",
  },
  {
    id: "6",
    columnId: "ben",
    startMinute: 870,
    endMinute: 930,
    title: "S. Marsh",
    detail: "Check by telephone",
    state: "late",
    tone: "alert",
  },
];

export function CalendarSamples() {
  return (
    <CalendarGrid
      label="Wednesday 25 November 2026"
      columns={columns}
      visits={visits}
      fromMinute={540}
      toMinute={960}
      nowMinute={668}
      onOpen={() => undefined}
      onFree={() => undefined}
    />
  );
}
