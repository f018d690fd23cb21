import "./today.css";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { type TodayEntry, whoseVisits } from "./next-of-visit.ts";
import { todayQuery } from "./session-queries.ts";
import { StartSession } from "./start-session.tsx";
import { TodayVisit } from "./today-visit.tsx";

interface List {
  /** Patients with an open red flag. */
  readonly flagged: ReadonlySet<string>;
}

/** Who is where, what each still lacks, and one large button a patient: the own patients, then those of others. */
export function TodayList({ flagged }: List) {
  const today = useQuery(todayQuery);
  const [starting, setStarting] = useState<TodayEntry["visit"] | null>(null);
  const text = messages.session;
  switch (today.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.todayList} fault={today.error} retry={() => void today.refetch()} />;
    case "success":
      if (today.data.visits.length === 0) return <EmptyState title={text.nobodyToday} text={text.nobodyTodayText} />;
      return (
        <>
          <Whose entries={today.data.visits} flagged={flagged} onStart={setStarting} />
          <StartSession visit={starting} onClose={() => setStarting(null)} />
        </>
      );
  }
}

interface Listed extends List {
  readonly entries: readonly TodayEntry[];
  readonly onStart: (visit: TodayEntry["visit"]) => void;
}

function Whose({ entries, ...of }: Listed) {
  const { own, others, othersHere } = whoseVisits(entries);
  const text = messages.session;
  return (
    <>
      <section className="fb-today-group" aria-labelledby="own-patients">
        <Title order={2} id="own-patients">
          {text.ownPatients}
        </Title>
        {own.length === 0 ? (
          <Text c="dimmed">{text.noneOwn}</Text>
        ) : (
          <Visits label={text.ownPatients} entries={own} {...of} />
        )}
      </section>
      {others.length > 0 && (
        // Whoever has no patient of their own is there to help out: then nothing is folded away.
        <details className="fb-today-others" open={own.length === 0}>
          <summary>
            {text.othersPatients(others.length)}
            {othersHere > 0 && <span className="fb-today-here">{text.othersHere(othersHere)}</span>}
          </summary>
          <Visits label={text.othersList} entries={others} {...of} />
        </details>
      )}
    </>
  );
}

function Visits({ label, entries, flagged, onStart }: Listed & { readonly label: string }) {
  return (
    <ol className="fb-today" aria-label={label}>
      {entries.map((entry) => (
        <TodayVisit
          key={entry.visit.id}
          entry={entry}
          isFlagged={flagged.has(entry.visit.patientId)}
          onStart={() => onStart(entry.visit)}
        />
      ))}
    </ol>
  );
}
