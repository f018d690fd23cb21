import type { VisitView } from "@fibril/contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { dayText } from "../../ui/day.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { patientVisitsQuery } from "./queries.ts";

const text = messages.patient;

/** Every visit of one patient, the latest first. */
export function VisitList({ patientId }: { readonly patientId: string }) {
  const visits = useQuery(patientVisitsQuery(patientId));
  if (visits.status === "pending") return <Loading />;
  if (visits.status === "error")
    return <LoadFailed what={text.visits} fault={visits.error} retry={() => void visits.refetch()} />;
  if (visits.data.visits.length === 0) {
    return (
      <EmptyState title={text.noVisits} text={text.noVisitsText}>
        <Link to="/calendar">{text.toCalendar}</Link>
      </EmptyState>
    );
  }
  const rows = visits.data.visits.toSorted((left, right) => (whenOf(left) < whenOf(right) ? 1 : -1));
  return <DataTable caption={text.visits} columns={columns} rows={rows} rowId={({ id }) => id} rowName={whenOf} />;
}

const columns: readonly TableColumn<VisitView>[] = [
  { id: "when", head: text.visitColumns.when, cell: ({ day, start }) => `${dayText(day)}, ${start}` },
  {
    id: "what",
    head: text.visitColumns.what,
    cell: ({ kind, ordinal }) => `${text.visitKinds[kind]}${ordinal === null ? "" : ` ${ordinal}`}`,
  },
  { id: "who", head: text.visitColumns.who, cell: ({ practitionerName }) => practitionerName },
  { id: "where", head: text.visitColumns.where, cell: ({ roomName }) => roomName },
  { id: "state", head: text.visitColumns.state, cell: ({ state }) => messages.course.visitStates[state] },
];

function whenOf({ day, start }: VisitView): string {
  return `${day} ${start}`;
}
