import { Button, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { nextOfVisit, type TodayEntry } from "./next-of-visit.ts";
import { patientSessionsQuery } from "./session-queries.ts";
import { useArrival } from "./use-arrival.ts";

interface Row {
  readonly entry: TodayEntry;
  /** A red flag of theirs is open: somebody looks first. */
  readonly isFlagged: boolean;
  readonly onStart: () => void;
}

/** One who comes today: when, who and where, what matters, what is missing, and the next step. */
export function TodayVisit({ entry, isFlagged, onStart }: Row) {
  const { visit, missing, alerts } = entry;
  const text = messages.session;
  return (
    <li className="fb-card fb-today-visit" data-state={visit.state}>
      <div className="fb-today-when fb-number">
        <strong>{visit.start}</strong>
        <span className="fb-muted">{text.until(visit.end)}</span>
      </div>
      <div className="fb-today-who">
        <Title order={3} size="h3">
          <Link className="fb-today-name" to="/patients/$patientId" params={{ patientId: visit.patientId }}>
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
      <NextStep entry={entry} onStart={onStart} />
    </li>
  );
}

function NextStep({ entry, onStart }: { readonly entry: TodayEntry; readonly onStart: () => void }) {
  const { visit, isOwn } = entry;
  const navigate = useNavigate();
  const openRecord = useOpenRecord(visit, onStart);
  const arrival = useArrival(visit);
  const text = messages.session;
  const params = { patientId: visit.patientId };
  const toPatient = () => void navigate({ to: "/patients/$patientId", params });
  const acts = {
    // Whoever is not here yet is nobody's next thing to do.
    arrive: { words: text.markArrived, act: () => arrival.mutate("arrived"), isMain: false },
    start: { words: text.startSession, act: onStart, isMain: true },
    open: {
      words: visit.state === "done" ? text.seeRecord : text.goOnWithRecord,
      act: () => void openRecord(),
      isMain: visit.state !== "done",
    },
    consult: {
      words: entry.next,
      act: () => void navigate({ to: "/patients/$patientId/consultation", params }),
      isMain: true,
    },
    patient: { words: entry.next, act: toPatient, isMain: true },
    none: { words: text.toPatient, act: toPatient, isMain: false },
  } as const;
  const { words, act, isMain } = acts[nextOfVisit(entry)];
  return (
    <div className="fb-today-next">
      <Button
        fullWidth
        mih={56}
        h="auto"
        variant={isMain && isOwn ? "filled" : "default"}
        aria-label={text.nextFor(words, visit.patientName)}
        loading={arrival.isPending}
        onClick={act}
      >
        {words}
      </Button>
      <ProblemNote fault={arrival.error} />
    </div>
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
