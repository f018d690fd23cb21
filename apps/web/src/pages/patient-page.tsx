import { Stack, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { CourseOverview } from "../features/course/course-overview.tsx";
import { ChangePatient } from "../features/patient/change-patient.tsx";
import { GuardianList } from "../features/patient/guardian-list.tsx";
import { HealthLists } from "../features/patient/health-lists.tsx";
import { PatientHead } from "../features/patient/patient-head.tsx";
import { PatientPages } from "../features/patient/patient-pages.tsx";
import { PatientPathway } from "../features/patient/patient-pathway.tsx";
import { PortalLink } from "../features/patient/portal-link.tsx";
import { patientQuery } from "../features/patient/queries.ts";
import { useSeesClinical, useTreats } from "../features/patient/use-may.ts";
import { VisitList } from "../features/patient/visit-list.tsx";
import { PatientTimeline } from "../features/timeline/patient-timeline.tsx";
import { messages } from "../messages/index.ts";
import { LoadFailed } from "../ui/load-failed.tsx";
import { Loading } from "../ui/loading.tsx";

const { parts, partsLabel } = messages.patient;

export function PatientPage() {
  const { patientId } = useParams({ from: "/staff/patients/$patientId" });
  const person = useQuery(patientQuery(patientId));
  const seesClinical = useSeesClinical();
  const treats = useTreats();
  if (person.status === "pending") return <Loading what={messages.patient.loading} />;
  if (person.status === "error") {
    return (
      <LoadFailed isPage what={messages.patient.thePatient} fault={person.error} retry={() => void person.refetch()} />
    );
  }
  const { patient, guardians } = person.data;
  return (
    <>
      <PatientHead patient={patient} seesClinical={seesClinical} />
      <PatientPathway patientId={patientId} seesClinical={seesClinical} />
      <PatientPages patientId={patientId} seesClinical={seesClinical} />
      <Tabs defaultValue="pathway" keepMounted={false}>
        <Tabs.List aria-label={partsLabel} mb={20}>
          <Tabs.Tab value="pathway">{parts.pathway}</Tabs.Tab>
          <Tabs.Tab value="visits">{parts.visits}</Tabs.Tab>
          <Tabs.Tab value="details">{parts.details}</Tabs.Tab>
          <Tabs.Tab value="guardians">{parts.guardians}</Tabs.Tab>
          {seesClinical && <Tabs.Tab value="health">{parts.health}</Tabs.Tab>}
          <Tabs.Tab value="portal">{parts.portal}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pathway">
          <Stack gap={32}>
            <CourseOverview patientId={patientId} isDrawn={!seesClinical} />
            {seesClinical && <PatientTimeline patientId={patientId} withMeasurements={treats} />}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="visits">
          <VisitList patientId={patientId} />
        </Tabs.Panel>
        <Tabs.Panel value="details">
          <ChangePatient key={patient.version} patient={patient} />
        </Tabs.Panel>
        <Tabs.Panel value="guardians">
          <GuardianList patientId={patientId} isMinor={patient.isMinor} guardians={guardians} />
        </Tabs.Panel>
        {seesClinical && (
          <Tabs.Panel value="health">
            <HealthLists patientId={patientId} mayChange={treats} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="portal">
          <PortalLink patient={patient} guardians={guardians} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
