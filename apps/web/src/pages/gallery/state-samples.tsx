import { Button, Stack } from "@mantine/core";
import { ApiProblem } from "../../api/api-problem.ts";
import { CountdownClock } from "../../ui/countdown-clock.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SparkBar } from "../../ui/spark-bar.tsx";

const lots = [
  { lot: "DEMO-16-A", expiry: "Mon 1 Mar 2027", left: 14 },
  { lot: "DEMO-16-B", expiry: "Wed 1 Sep 2027", left: 40 },
];

const taken = new ApiProblem({
  type: "/problems/taken",
  title: "That time was taken a moment ago",
  detail: "Nothing was booked. Three other courses are offered below.",
  status: 409,
  code: "taken",
  issues: [{ path: "visits[1].start", message: "14:00 is no longer free" }],
});

const percent = (value: number) => `${value.toFixed(1)} %`;
const startedAt = Date.now() - 31 * 60_000;

export function StateSamples() {
  return (
    <div className="fb-gallery-split">
      <Stack>
        <Loading />
        <EmptyState title="No visits today" text="The next is on Thursday.">
          <Button variant="default">Open the calendar</Button>
        </EmptyState>
        <LoadFailed what="The calendar" retry={() => undefined} />
        <ProblemNote fault={taken} />
      </Stack>
      <Stack>
        <DataTable
          caption="Cartridge lots"
          rows={lots}
          rowId={({ lot }) => lot}
          rowName={({ lot }) => lot}
          columns={[
            { id: "lot", head: "Lot", cell: ({ lot }) => lot },
            { id: "expiry", head: "Use until", cell: ({ expiry }) => expiry },
            { id: "left", head: "Left", cell: ({ left }) => left, isNumber: true },
          ]}
          details={({ lot }) => <p>Sessions that used {lot}: none yet.</p>}
        />
        <CountdownClock label="Anaesthetic on since 10:12" startedAt={startedAt} minutes={45} />
        <CountdownClock label="Second area" startedAt={startedAt} minutes={30} />
        <SparkBar label="Courses completed" value={71.4} low={61.2} high={80.1} max={100} format={percent} />
        <SparkBar label="Adverse events" value={2.1} low={0.7} high={4.9} max={10} format={percent} />
      </Stack>
    </div>
  );
}
