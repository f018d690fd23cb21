import "./session.css";
import { Button, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { messages } from "../../messages/index.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { inOrderOfWork, nextOfVisit, type TodayEntry } from "./next-of-visit.ts";
import { patientSessionsQuery, todayQuery } from "./session-queries.ts";
import { StartSession } from "./start-session.tsx";

/** Who is where, what each still lacks, and one large button a patient. */
export function TodayList({ flagged }: { readonly flagged: ReadonlySet<string> }) {
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
          <ol className="fb-today" aria-label={text.todayList}>
            {inOrderOfWork(today.data.visits).map((entry) => (
              <Visit
                key={entry.visit.id}
                entry={entry}
                isFlagged={flagged.has(entry.visit.patientId)}
                onStart={() => setStarting(entry.visit)}
              />
            ))}
          </ol>
          <StartSession visit={starting} onClose={() => setStarting(null)} />
        </>
      );
  }
}

interface Row {
  readonly entry: TodayEntry;
  /** A red flag of theirs is open: somebody looks first. */
  readonly isFlagged: boolean;
  readonly onStart: () => void;
}

function Visit({ entry, isFlagged, onStart }: Row) {
  const { visit, missing, alerts } = entry;
  const text = messages.session;
  return (
    <li className="fb-card fb-today-visit" data-state={visit.state}>
      <div className="fb-today-when fb-number">
        <strong>{visit.start}</strong>
        <span className="fb-muted">{text.until(visit.end)}</span>
      </div>
      <div className="fb-today-who">
        <Title order={2} size="h3">
          <Link to="/patients/$patientId" params={{ patientId: visit.patientId }}>
            {visit.patientName}
          </Link>
        </Title>
        <Text c="dimmed">
          {text.visitLine(text.visitKinds[visit.kind], visit.ordinal, visit.roomName, visit.practitionerName)}
        </Text>
        <p className="fb-today-state">{text.visitStates[visit.state]}</p>
        {isFlagged && <p className="fb-today-alert">{text.openFlag}</p>}
        {alerts.map((alert) => (
          <p key={alert} className="fb-today-alert">
            {alert}
          </p>
        ))}
        {missing.length > 0 && (
          <div className="fb-today-missing">
            <span>{text.missingBefore}</span>
            <ul>
              {missing.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <NextButton entry={entry} onStart={onStart} />
    </li>
  );
}

function NextButton({ entry, onStart }: { readonly entry: TodayEntry; readonly onStart: () => void }) {
  const { visit } = entry;
  const navigate = useNavigate();
  const openRecord = useOpenRecord(visit, onStart);
  const text = messages.session;
  const toPatient = () => void navigate({ to: "/patients/$patientId", params: { patientId: visit.patientId } });
  const next = nextOfVisit(entry);
  const acts = {
    // Whoever is not here yet may be seen all the same, but it is not the next thing to do.
    start: { words: text.startSession, act: onStart, isMain: visit.state !== "booked" },
    open: {
      words: visit.state === "done" ? text.seeRecord : text.goOnWithRecord,
      act: () => void openRecord(),
      isMain: visit.state !== "done",
    },
    patient: { words: entry.next, act: toPatient, isMain: true },
    none: { words: text.toPatient, act: toPatient, isMain: false },
  } as const;
  const { words, act, isMain } = acts[next];
  return (
    <Button
      className="fb-today-next"
      mih={56}
      h="auto"
      variant={isMain ? "filled" : "default"}
      aria-label={text.nextFor(words, visit.patientName)}
      onClick={act}
    >
      {words}
    </Button>
  );
}

/** The record of a visit is found by its course's session number and day. */
function useOpenRecord(visit: TodayEntry["visit"], onMissing: () => void) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const { sessions } = await queryClient.fetchQuery(patientSessionsQuery(visit.patientId));
    const session = sessions.find(({ ordinal, performedOn }) => ordinal === visit.ordinal && performedOn === visit.day);
    if (!session) return onMissing();
    return navigate({ to: "/sessions/$sessionId", params: { sessionId: session.id } });
  };
}
