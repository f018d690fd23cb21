import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { messages } from "../../messages/index.ts";
import { LoadFailed } from "../../ui/load-failed.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { patientQuery } from "./queries.ts";

interface Frame {
  readonly patientId: string;
  readonly titleOf: (name: string) => string;
  /** What the page is about, without the name. */
  readonly tab: string;
  readonly children: ReactNode;
}

/** A page about one thing of one patient: whose it is, and the way back. */
export function PatientFrame({ patientId, titleOf, tab, children }: Frame) {
  const person = useQuery(patientQuery(patientId));
  if (person.status === "pending") return <Loading what={messages.patient.loading} />;
  if (person.status === "error") {
    return (
      <LoadFailed isPage what={messages.patient.thePatient} fault={person.error} retry={() => void person.refetch()} />
    );
  }
  const { givenName, familyName } = person.data.patient;
  const name = `${givenName} ${familyName}`;
  return (
    <>
      <PageHeader
        title={titleOf(name)}
        tab={tab}
        lead={
          <Link to="/patients/$patientId" params={{ patientId }}>
            {messages.patient.backToPatient(name)}
          </Link>
        }
      />
      {children}
    </>
  );
}
