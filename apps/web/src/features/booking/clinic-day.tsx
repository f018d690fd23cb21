import "./clinic-day.css";
import type { SiteView, VisitView } from "@fibril/contract";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { DataTable, type TableColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { visitKind } from "./calendar-columns.ts";
import { dayCounts } from "./day-counts.ts";
import { calendarQuery, setUpQuery } from "./queries.ts";
import { useClinicMoment } from "./use-clinic-moment.ts";

const { booking } = messages;
const words = booking.clinicDay;

/** The day of the whole clinic, site by site: how many come, who is here, who is still to come. */
export function ClinicDay() {
  const setUp = useQuery(setUpQuery);
  if (setUp.isError) return <LoadFailed what={booking.setUp} fault={setUp.error} retry={() => void setUp.refetch()} />;
  if (!setUp.data) return <Loading />;
  return (
    <div className="fb-clinic-day">
      {setUp.data.sites.map((site) => (
        <SiteDay key={site.id} site={site} />
      ))}
    </div>
  );
}

function SiteDay({ site }: { readonly site: SiteView }) {
  const { day } = useClinicMoment(site.timeZone);
  const calendar = useQuery(calendarQuery({ siteId: site.id, from: day, days: 1 }));
  const visits = calendar.data?.days.find((one) => one.day === day)?.visits ?? [];
  return (
    <section aria-labelledby={`day-${site.id}`}>
      <Title order={2} id={`day-${site.id}`} mb={8}>
        {site.name}
      </Title>
      {calendar.isPending && <Loading />}
      {calendar.isError && (
        <LoadFailed what={booking.calendar} fault={calendar.error} retry={() => void calendar.refetch()} />
      )}
      {calendar.data && visits.length === 0 && (
        <EmptyState title={words.none}>
          <Link to="/calendar" search={{ site: site.id }}>
            {words.toCalendar}
          </Link>
        </EmptyState>
      )}
      {visits.length > 0 && <Visits site={site} visits={visits} />}
    </section>
  );
}

function Visits({ site, visits }: { readonly site: SiteView; readonly visits: readonly VisitView[] }) {
  return (
    <>
      <ul className="fb-day-counts fb-number">
        {dayCounts(visits).map(({ of, count }) => (
          <li key={of}>
            <strong>{count}</strong> {words.counts[of]}
          </li>
        ))}
        <li>
          <Link to="/calendar" search={{ site: site.id }}>
            {words.toCalendar}
          </Link>
        </li>
      </ul>
      <DataTable
        caption={words.visitsAt(site.name)}
        columns={columns}
        rows={[...visits].sort((one, other) => one.start.localeCompare(other.start))}
        rowId={({ id }) => id}
        rowName={({ patientName }) => patientName}
      />
    </>
  );
}

const columns: readonly TableColumn<VisitView>[] = [
  { id: "when", head: words.columns.when, cell: ({ start, end }) => `${start}–${end}` },
  {
    id: "who",
    head: words.columns.who,
    cell: ({ patientId, patientName }) => (
      <Link to="/patients/$patientId" params={{ patientId }}>
        {patientName}
      </Link>
    ),
  },
  // What changes during the day stands where a phone shows it too.
  { id: "state", head: words.columns.state, cell: ({ state }) => booking.states[state] },
  { id: "what", head: words.columns.what, cell: visitKind },
  { id: "with", head: words.columns.with, cell: ({ practitionerName }) => practitionerName },
  { id: "where", head: words.columns.where, cell: ({ roomName }) => roomName },
];
