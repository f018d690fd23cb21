import "./session.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { dayText } from "../../ui/day.tsx";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DraftSession } from "./draft-session.tsx";
import { sessionQuery } from "./session-queries.ts";
import { SignedSession } from "./signed-session.tsx";

interface Screen {
  readonly sessionId: string;
  /** The patient's weight beside the numbing cream, which another feature keeps. */
  readonly weightOf: (patientId: string, ageYears: number) => ReactNode;
}

export function SessionScreen({ sessionId, weightOf }: Screen) {
  const session = useQuery(sessionQuery(sessionId));
  const text = messages.session;
  switch (session.status) {
    case "pending":
      return <Loading />;
    case "error":
      return <LoadFailed isPage what={text.theSession} fault={session.error} retry={() => void session.refetch()} />;
    case "success": {
      const view = session.data;
      return (
        <>
          <PageHeader
            title={view.patientName}
            tab={text.tab}
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
          {view.state === "draft" ? (
            <DraftSession key={view.id} view={view} weight={weightOf(view.patientId, view.ageYears)} />
          ) : (
            <SignedSession view={view} />
          )}
        </>
      );
    }
  }
}
