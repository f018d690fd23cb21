import "./session.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DraftSession } from "./draft-session.tsx";
import { sessionQuery } from "./session-queries.ts";
import { SignedSession } from "./signed-session.tsx";

export function SessionScreen({ sessionId }: { readonly sessionId: string }) {
  const session = useQuery(sessionQuery(sessionId));
  const text = messages.session;
  switch (session.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed what={text.theSession} retry={() => void session.refetch()} />;
    case "success": {
      const view = session.data;
      return (
        <>
          <PageHeader
            title={view.patientName}
            lead={
              <>
                {text.sessionOf(view.ordinal, view.plannedSessions, dayText(view.performedOn))}{" "}
                {text.person(view.ageYears, view.fitzpatrick)}{" "}
                <Link to="/patients/$patientId" params={{ patientId: view.patientId }}>
                  {text.toPatient}
                </Link>
              </>
            }
          />
          {view.state === "draft" ? <DraftSession key={view.id} view={view} /> : <SignedSession view={view} />}
        </>
      );
    }
  }
}
