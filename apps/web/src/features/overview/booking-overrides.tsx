import { BookingOverridesView } from "@fibril/contract";
import { Text, Title } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { Day, dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";

const { bookingOverride } = messages;
type Row = BookingOverridesView["overrides"][number];

const bookingOverridesQuery = queryOptions({
  queryKey: ["booking-overrides"],
  queryFn: ({ signal }) => api.get("/api/reports/booking-overrides", { schema: BookingOverridesView, signal }),
});

/** Who booked or moved outside which rule, and why. */
export function BookingOverrides() {
  const answer = useQuery(bookingOverridesQuery);
  return (
    <div>
      <Title order={2}>{bookingOverride.title}</Title>
      <Text c="dimmed" mb={12}>
        {answer.data?.overrides.length === 0 ? bookingOverride.none : bookingOverride.lead}
      </Text>
      {answer.isPending && <Loading />}
      {answer.isError && (
        <LoadFailed what={bookingOverride.what} fault={answer.error} retry={() => void answer.refetch()} />
      )}
      {answer.data && answer.data.overrides.length > 0 && (
        <DataTable
          caption={bookingOverride.title}
          columns={columns}
          rows={answer.data.overrides}
          rowId={({ id }) => id}
          rowName={({ patientName }) => patientName}
        />
      )}
    </div>
  );
}

const columns: readonly TableColumn<Row>[] = [
  { id: "when", head: bookingOverride.columns.when, cell: ({ at }) => <Day date={at.slice(0, 10)} /> },
  {
    id: "by",
    head: bookingOverride.columns.by,
    cell: ({ by, role }) => `${by}, ${bookingOverride.roles[role]}`,
  },
  { id: "rule", head: bookingOverride.columns.rule, cell: ({ rule }) => bookingOverride.rules[rule] },
  { id: "reason", head: bookingOverride.columns.reason, cell: ({ reason }) => reason },
  {
    id: "visit",
    head: bookingOverride.columns.visit,
    cell: ({ patientName, ordinal, day, start }) =>
      bookingOverride.visit(patientName, ordinal, `${dayText(day)}, ${start}`),
  },
];
